import { firefoxPageTree } from '../harness/firefox-page-tree.ts';
import { centreOf } from '../harness/geometry.ts';
import { openContextMenu } from '../harness/native-menu.ts';
import { waitInPage } from '../harness/wait-in-page.ts';
import { photographPage } from '../image-pages.ts';
import { panelIn } from '../panel.ts';
import { expect, test } from './firefox-test.ts';

const PREFERENCE = 'privacy.resistFingerprinting';

test.beforeEach(({ firefox }) => firefox.setPreference(PREFERENCE, true));
test.afterEach(({ firefox }) => firefox.setPreference(PREFERENCE, false));

test('where canvases give back noise, no pixels are taken from them, but what is on the screen', async ({
  user,
  pages,
  sandbox,
  desktop,
}) => {
  const body = `<!doctype html><title>A page</title><img id="image" width="300" alt="A"><script>
    fetch('/photo.jpg').then((answer) => answer.blob()).then((file) => {
      const address = URL.createObjectURL(file);
      image.onload = () => { URL.revokeObjectURL(address); document.title = 'ready'; };
      image.src = address;
    });</script>`;
  pages.setRoutes({ '/': { body }, '/photo.jpg': photographPage() });
  await user.signIn();
  const page = await user.visit(pages.origin);
  await waitInPage(page, 'the page is ready', () => document.title === 'ready');
  // Such a Firefox does not tell pages where they are on the screen; the accessibility bus does.
  const tree = firefoxPageTree(desktop);
  const image = await tree.waitForRole('image', 'A');
  await (await openContextMenu(desktop, centreOf(await image.box()))).choose('Check with BitMind');
  const panel = panelIn(tree);
  await panel.waitForLine('Likely not AI-generated');
  await panel.waitForLine(/from a screenshot, not the original/);
  expect(sandbox.requests('/image')).toHaveLength(1);
});

import { builtFolder } from '../built-folder.ts';
import { startDesktop } from '../harness/desktop.ts';
import { launchFirefox } from '../harness/firefox.ts';
import { firefoxPageTree } from '../harness/firefox-page-tree.ts';
import { centreOf } from '../harness/geometry.ts';
import { openContextMenu } from '../harness/native-menu.ts';
import { waitInPage } from '../harness/wait-in-page.ts';
import { photographPage } from '../image-pages.ts';
import { panelIn } from '../panel.ts';
import { EXTENSION_ID, test as firefoxTest } from './firefox-test.ts';

/** A Firefox of its own, on a desktop of its own: what is on the screen is read whosever it is. */
const test = firefoxTest.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its pattern.
  desktop: async ({}, use) => {
    const desktop = await startDesktop({ hasWindowManager: true });
    await use(desktop);
    await desktop.stop();
  },
  firefox: async ({ desktop }, use) => {
    const firefox = await launchFirefox({
      desktop,
      extensionFolder: builtFolder('firefox-mv3'),
      extensionId: EXTENSION_ID,
      preferences: { 'privacy.resistFingerprinting': true, 'privacy.resistFingerprinting.letterboxing': false },
    });
    await use(firefox);
    await firefox.close();
  },
});
const { expect } = test;

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

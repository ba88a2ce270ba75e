import { waitForBadges } from '../badges-on-images.ts';
import { FRAMED, framedGalleries } from '../framed-galleries.ts';
import { gallery } from '../gallery.ts';
import { firefoxPageTree } from '../harness/firefox-page-tree.ts';
import { centreOf } from '../harness/geometry.ts';
import { waitForPermissionPrompt } from '../harness/permission-prompt.ts';
import { openToolbarPopup } from '../harness/toolbar-popup.ts';
import { settled } from '../settled.ts';
import { expect, test } from './firefox-test.ts';

test('images are checked automatically from when the browser’s prompt was allowed, until that is turned off @quick', async ({
  user,
  pages,
  sandbox,
  desktop,
}) => {
  pages.setRoutes({
    ...framedGalleries(pages.origin, pages.otherOrigin),
    ...gallery('/', 2),
    ...gallery('/after', 2, 10),
  });
  await user.signIn();
  const page = await user.visit(pages.origin);
  const tick = async () => {
    const { boxesOf } = await openToolbarPopup(desktop);
    const [, box] = await boxesOf('Check images here automatically');
    if (box) await desktop.input.click(centreOf(box));
  };
  await tick();
  const prompt = await waitForPermissionPrompt(desktop);
  expect(prompt.text).toContain('news.example');
  const sent = () => sandbox.requests('/batch_image').reduce((sum, { parts }) => sum + (parts?.length ?? 0), 0);
  expect(await settled('the browser has no answer', sent)).toBe(0);
  await prompt.answer('allow');
  const tree = firefoxPageTree(desktop);
  await waitForBadges(tree, 2);
  await desktop.input.key('Escape');
  await page.goto(`${pages.origin}/framed`);
  await waitForBadges(firefoxPageTree(desktop, 'Framed'), 1 + FRAMED);
  expect(await settled('all that was in view was sent', sent)).toBe(2 + 1 + FRAMED);

  await tick();
  await desktop.input.key('Escape');
  await page.goto(`${pages.origin}/after`);
  await (await user.check('p img')).waitForLine('Likely not AI-generated');
  expect(await settled('what came into view before was not sent', sent)).toBe(2 + 1 + FRAMED);
});

import { screenCentreOf } from '../harness/chromium-page-position.ts';
import { chromiumPageTree } from '../harness/chromium-page-tree.ts';
import { centreOf } from '../harness/geometry.ts';
import { openToolbarPopup, toolbarPopupText } from '../harness/toolbar-popup.ts';
import { pageOfPictures } from '../many-pictures.ts';
import { panelIn } from '../panel.ts';
import { expect, test } from './native-test.ts';

test('all images of a page are checked by the keyboard, in one request, and badged @quick @oldest', async ({
  user,
  pages,
  sandbox,
  desktop,
}) => {
  pages.setRoutes(pageOfPictures(4));
  await user.signIn();
  const page = await user.visit(pages.origin);
  const tree = chromiumPageTree(page, desktop);
  await (await tree.waitForRole('heading', 'Pictures')).click();
  await desktop.input.key('alt+shift+k');
  const pill = panelIn(tree, 'BitMind page check');
  await pill.press('Check 4 images');
  await pill.waitForLine('4 checked: 4 likely not AI-generated');
  expect(sandbox.requests('/batch_image').map(({ parts }) => parts?.length)).toEqual([4]);
  const badges = () => tree.waitForCount(4, 'button', /% · Likely not AI-generated$/);
  await badges();
  const { boxesOf } = await openToolbarPopup(desktop);
  const [, count] = await boxesOf('4 likely not AI-generated');
  if (count) await desktop.input.click(centreOf(count));
  await expect.poll(async () => (await badges()).filter(({ isFocused }) => isFocused).length).toBe(1);
  await desktop.input.key('Escape'); // The popup is still there, for the next.
  const [badge] = await badges();
  await badge?.click();
  await panelIn(tree).waitForLine('Likely not AI-generated');
});

test('where no script may run, the popup opens by itself and says so', async ({ user, chromium, desktop }) => {
  const page = await user.visit('chrome://version');
  await desktop.input.click(await screenCentreOf(page, 'body')); // A window without a click has no keyboard.
  await desktop.input.key('alt+shift+k');
  await expect.poll(() => toolbarPopupText(chromium)).toContain('Extensions can’t run on this page.');
});

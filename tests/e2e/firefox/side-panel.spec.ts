import { screenCentreInFirefox } from '../harness/firefox.ts';
import { firefoxPageTree } from '../harness/firefox-page-tree.ts';
import { centreOf } from '../harness/geometry.ts';
import { openToolbarPopup } from '../harness/toolbar-popup.ts';
import { pageOfPictures } from '../many-pictures.ts';
import { panelIn } from '../panel.ts';
import { expect, test } from './firefox-test.ts';

test('the sidebar opens by its key and by the popup, checks the page in front, and is used by keys @quick', async ({
  user,
  pages,
  sandbox,
  firefox,
  desktop,
}) => {
  pages.setRoutes(pageOfPictures(3));
  await user.signIn();
  await user.visit(pages.origin);
  const panel = firefoxPageTree(desktop, 'Check with BitMind');
  await desktop.input.click(await screenCentreInFirefox(firefox.page, 'h1'));
  await desktop.input.key('alt+shift+l');
  const { press } = panelIn(panel);
  await press('Check images on this page');
  await press('Check 3 images');
  await panel.waitForRole('button', '3 likely not AI-generated'); // The run has ended, and nothing moves the list any more.
  const rows = await panel.waitForCount(3, 'button', /^Likely not AI-generated · 4% · news\.example/);
  expect(sandbox.requests('/batch_image')).toHaveLength(1);
  await rows[0]?.click();
  await panel.waitForRole('button', 'Back');
  await desktop.input.key('d');
  await desktop.input.key('Escape');
  await panel.waitForCount(3, 'button', /^Likely not AI-generated/);
  const close = async () => {
    await desktop.input.click(await screenCentreInFirefox(firefox.page, 'h1'));
    await desktop.input.key('alt+shift+l');
    await expect.poll(() => panel.findByRole('button', /^Likely not AI-generated/)).toEqual([]);
  };
  await close();
  const { boxesOf } = await openToolbarPopup(desktop);
  const [, button] = await boxesOf('Side panel');
  if (button) await desktop.input.click(centreOf(button));
  await panel.waitForCount(3, 'button', /^Likely not AI-generated/);
  await close();
});

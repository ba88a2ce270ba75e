import { chromiumPageTree } from '../harness/chromium-page-tree.ts';
import { pageWithImage, photographPage } from '../image-pages.ts';
import { PANEL_CASES } from '../panel-cases.ts';
import { settled } from '../settled.ts';
import { expect, test } from './headless-test.ts';

// By mouse: tests/e2e/hostile, in both browsers.
for (const [key, cases] of [
  ['Space', PANEL_CASES.slice(0, 3)],
  ['Enter', PANEL_CASES.slice(2, 3)],
] as const) {
  for (const { name, page: body, isUntouched } of cases) {
    test(`the panel's question is answered by Tab and ${key} in a page ${name}`, async ({ user, pages }) => {
      pages.setRoutes({ '/': body, '/photo.jpg': photographPage() });
      await user.signIn();
      const page = await user.visit(pages.loopbackOrigin);
      const panel = await user.check(page, '#image');
      await panel.waitForLine(/private network/);
      const tree = chromiumPageTree(page);
      const answer = async () => (await tree.findByRole('button', 'Check anyway'))[0];
      await expect.poll(async () => (await answer())?.isEnabled()).toBe(true);
      await expect
        .poll(async () => {
          await page.keyboard.press('Tab');
          return (await answer())?.isFocused;
        })
        .toBe(true);
      await page.keyboard.press(key);
      await panel.waitForLine('Likely not AI-generated');
      expect(await settled('the check has ended', () => page.evaluate(isUntouched))).toBe(true);
      await page.keyboard.press('Escape');
      await panel.waitUntilGone();
    });
  }
}

test('a question that the page covers for a moment again and again is answered in the popup @quick', async ({
  user,
  pages,
  sandbox,
}) => {
  const layer =
    '<div id="layer" popover="manual" style="width:100vw;height:100vh;pointer-events:none">Win a prize</div>';
  const { body } = pageWithImage('/photo.jpg');
  pages.setRoutes({ '/': { body: `${body}${layer}` }, '/photo.jpg': photographPage() });
  await user.signIn();
  const page = await user.visit(pages.loopbackOrigin);
  const panel = await user.check(page, '#image');
  await panel.waitForLine(/private network/);
  await page.evaluate('setInterval(() => { layer.hidePopover(); layer.showPopover(); }, 400)');
  await panel.waitForLine('Answer in the popup');
  await panel.waitForButtons(['Close']);
  expect(sandbox.requests('/image')).toHaveLength(0);
  const popup = await user.openOwnPage('popup.html');
  await page.bringToFront(); // The popup is about the tab in front as it opens.
  await popup.reload();
  await popup.getByRole('button', { name: 'Check anyway' }).click();
  await sandbox.waitForRequest('/image');
});

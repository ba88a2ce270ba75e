import { byPlace } from '../../fixtures/place-picture.ts';
import { chromiumPageTree } from '../harness/chromium-page-tree.ts';
import { askHowFirm, checkByParts, checkRightHalf, lastSent, longVideoPage, PLACE_PAGE } from '../look-closer-cases.ts';
import { expect, test } from './headless-test.ts';

test.beforeEach(async ({ user, pages, sandbox }) => {
  pages.setRoutes(PLACE_PAGE);
  await user.signIn();
  sandbox.always('/image', byPlace(0));
});

test('how firm a verdict is, and a part of the image by mouse: each is what it says @quick', async ({
  user,
  pages,
  sandbox,
}) => {
  const page = await user.visit(pages.origin);
  const panel = await user.check(page, '#image');
  await panel.waitForLine('Inconclusive');
  await askHowFirm(panel, sandbox);
  await checkRightHalf(panel, chromiumPageTree(page), sandbox, {
    async drag(from, to) {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 4 });
      await page.mouse.up();
    },
  });
  await panel.press('Back to the whole image');
  await panel.waitForLine('Inconclusive');
  await panel.waitForLine('Depends on the version: 17–90%');
});

test('a part of the image is checked by keys alone @quick', async ({ user, pages, sandbox }) => {
  const page = await user.visit(pages.origin);
  const panel = await user.check(page, '#image');
  await panel.waitForLine('Inconclusive');
  const tree = chromiumPageTree(page);
  const focused = async () => (await tree.findByRole('button')).find(({ isFocused }) => isFocused)?.name;
  const open = async () => {
    for (const name of ['Close', 'Check again', 'Check a part']) {
      await page.keyboard.press('Tab');
      await expect.poll(focused).toBe(name);
    }
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('Part of the image to check');
  };
  await open();
  await panel.waitForLine('50% × 50% of the image, 25% from the left, 25% from the top');
  await page.keyboard.press('Escape');
  await panel.waitForLine('Inconclusive'); // The panel is there still.
  await open();
  for (let times = 0; times < 15; times += 1) await page.keyboard.press('ArrowLeft');
  for (let times = 0; times < 5; times += 1) await page.keyboard.press('Shift+ArrowLeft');
  await panel.waitForLine('40% × 50% of the image, 0% from the left, 25% from the top');
  await page.keyboard.press('Enter');
  await panel.waitForLine('Part of the image · 240 × 200 pixels, 0 from the left, 100 from the top');
  await panel.waitForLine('AI likelihood 20%');
  expect(lastSent(sandbox)).toEqual({ across: expect.closeTo(0.2, 2), down: expect.closeTo(0.5, 2) });
});

test('a long video in parts: each is what it says, and its player goes to it @quick', async ({
  user,
  pages,
  sandbox,
}) => {
  pages.setRoutes(await longVideoPage());
  sandbox.always('/video', { verdict: { isAI: true, confidence: 0.97 } });
  const page = await user.visit(pages.origin);
  const panel = await user.check(page, '#video');
  await panel.waitForLine('Likely AI-generated');
  await checkByParts(panel, chromiumPageTree(page), sandbox, {
    moments: () => page.$$eval('video', (videos) => videos.map(({ currentTime }) => currentTime)),
    press: (key) => page.keyboard.press(key === 'Right' ? 'ArrowRight' : key),
  });
  const results = await user.openOwnPage('results.html');
  await results.getByRole('button', { name: 'Likely AI-generated' }).first().click();
  await expect(results.getByText('In 4 parts: under 1% – 80%').first()).toBeVisible();
  await results.getByRole('slider', { name: 'Likelihood over time' }).press('End');
  await expect(results.getByText('0:32–0:36 · 80% · Likely AI-generated')).toBeVisible();
});

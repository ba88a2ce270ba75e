import type { Page } from '@playwright/test';
import { waitForBadges } from '../badges-on-images.ts';
import { ADDED, ADDED_FRAMES, FRAMED, framedGalleries } from '../framed-galleries.ts';
import { gallery } from '../gallery.ts';
import { chromiumPageTree } from '../harness/chromium-page-tree.ts';
import { waitFor } from '../harness/wait-for.ts';
import { settled } from '../settled.ts';
import { AT_ONCE, BADGES, LATER, MORE, waysIntoView } from '../ways-into-view.ts';
import { checkAutomatically, popupOf, waitForScript } from './check-automatically.ts';
import { expect, test } from './headless-test.ts';

/** Scrolls a page from its top to its end, half a window at a time, as fast as it is painted. */
async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(`(async () => {
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight / 2) {
      scrollTo(0, top);
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
    }
  })()`);
}

/** The number of a numbered picture that was sent. */
function numberOf({ bytes }: { readonly bytes?: Buffer | undefined }): number {
  return Number(bytes?.toString('latin1').match(/number (\d+)/)?.[1]);
}

test('300 images are checked as they are scrolled to, up to the budget, and none on another site @quick', async ({
  user,
  pages,
  sandbox,
  chromium,
}) => {
  await user.signIn();
  pages.setRoutes({ ...gallery('/', 300), ...gallery('/elsewhere', 2, 400), ...waysIntoView('/ways') });
  const sent = () => sandbox.requests('/batch_image').reduce((sum, { parts }) => sum + (parts?.length ?? 0), 0);
  const page = await user.visit(pages.origin);
  const popup = await popupOf(user, chromium, page);
  const most = popup.getByLabel('up to … images an hour');
  await most.fill('100');
  await most.blur();
  expect(await settled('nothing is chosen', sent)).toBe(0);
  await popup.getByLabel('Check images here automatically').click();
  await waitForScript(chromium);
  await page.bringToFront();
  await page.reload(); // From its top to its end.
  await scrollThrough(page);
  await waitFor('the budget to be used up', () => (sent() === 100 ? true : undefined));
  await expect(popup.getByText('Paused: 100 images checked this hour')).toBeVisible();
  await expect(popup.getByRole('button', { name: '100 likely not AI-generated' })).toBeVisible();
  const requests = () => [sandbox.requests('/image').length, sandbox.requests('/batch_image').length < 40];
  expect(await settled('all of the budget was sent', requests)).toEqual([0, true]);

  await page.bringToFront();
  await page.goto(`${pages.otherOrigin}/elsewhere`);
  await scrollThrough(page);
  await most.fill('200');
  await most.blur();
  await page.goto(`${pages.origin}/ways`);
  await waitForBadges(chromiumPageTree(page), AT_ONCE.length);
  await page.evaluate(MORE);
  await waitForBadges(chromiumPageTree(page), BADGES);
  const all = () => sandbox.requests().flatMap(({ parts }) => parts.map(numberOf));
  const fromWays = () => all().slice(100).toSorted();
  expect(await settled('all that came into view was sent', fromWays)).toEqual([...AT_ONCE, ...LATER].toSorted());
});

test('images are checked as they are shown in frames of a chosen site, in pages of chosen sites alone', async ({
  user,
  pages,
  sandbox,
  chromium,
}) => {
  await user.signIn();
  pages.setRoutes(framedGalleries(pages.origin, pages.otherOrigin));
  await checkAutomatically(chromium, pages.origin);
  const page = await user.visit(`${pages.otherOrigin}/framed`);
  await (await user.check(page, 'img')).waitForLine('Likely not AI-generated');
  const sent = () => sandbox.requests('/image').length + sandbox.requests('/batch_image').length;
  expect(await settled('what came into view before was not sent', sent)).toBe(1);
  await page.goto(`${pages.origin}/framed`);
  const tree = chromiumPageTree(page);
  await waitForBadges(tree, 1 + FRAMED);
  await page.evaluate(ADDED_FRAMES);
  await waitForBadges(tree, 1 + FRAMED + ADDED);
});

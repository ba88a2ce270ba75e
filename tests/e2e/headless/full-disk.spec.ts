import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { aCheck } from '../../a-check.ts';
import { builtFolder } from '../built-folder.ts';
import { launchChromium } from '../harness/chromium.ts';
import { pageWithImage, photographPage } from '../image-pages.ts';
import { keepResults } from '../keep-results.ts';
import { settled } from '../settled.ts';
import { expect, test as headless } from './headless-test.ts';

// The browser's own refusal to store more, which it gives where an origin has spent its quota.

/** A browser of its own: one that has stored something goes on for half a minute by the room it knew of then. */
const test = headless.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its pattern.
  chromium: async ({}, use) => {
    const chromium = await launchChromium({ extensionFolder: builtFolder('chrome-mv3-local') });
    await use(chromium);
    await chromium.close();
  },
  keeper: undefined,
});

/** Room for results; of less, what the database itself takes is too large a part. And the small picture of each. Bytes. */
const ROOM_BYTES = 4_000_000;
const THUMBNAIL_BYTES = 6_000;

const HOUR_MS = 3_600_000;

/** Written at a time, and more than have room. */
const AT_ONCE = 20;
const TOO_MANY = 1_000;

/** Keeps results until the browser takes no more; gives how many there are. */
async function fill(results: Page): Promise<number> {
  const hourAgo = Date.now() - HOUR_MS;
  const picture = randomBytes(THUMBNAIL_BYTES).toString('base64');
  for (let kept = 0; kept < TOO_MANY; kept += AT_ONCE) {
    const checks = Array.from({ length: AT_ONCE }, (_, index) => aCheck(`old-${kept + index}`, hourAgo + kept + index));
    const error = await keepResults(results, checks, picture).then(() => undefined, String);
    if (error !== undefined) {
      expect(error).toMatch(/QuotaExceededError|AbortError/);
      return kept;
    }
  }
  throw new Error('all results had room');
}

test('without room for more, the oldest results go, the latest is kept, and the user is told', async ({
  user,
  pages,
  chromium,
}) => {
  pages.setRoutes({ '/': pageWithImage('/photo.jpg'), '/photo.jpg': photographPage() });
  const before = await user.openOwnPage('results.html');
  await before.getByText('No results yet').waitFor();
  const session = await chromium.context.newCDPSession(await user.openOwnPage('welcome.html'));
  const origin = `chrome-extension://${chromium.extensionId}`;
  const { usage } = await session.send('Storage.getUsageAndQuota', { origin });
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + ROOM_BYTES });
  const kept = await fill(before);
  await before.close(); // As long as it shows small pictures, their files are not freed.
  await session.send('HeapProfiler.collectGarbage'); // The pages of an extension share a heap, which still holds them.

  const page = await user.visit(pages.origin);
  await (await user.check(page, '#image')).waitForLine('What the file says'); // Without an account: that is kept too.
  const results = await user.openOwnPage('results.html');
  await expect(results.getByRole('status').filter({ hasText: 'ran out of space' })).toContainText(
    /^The browser ran out of space, so \d+ old results? (was|were) removed\./,
  );
  await expect(results.locator('tr[data-index]').first()).toContainText('/photo.jpg');
  const line = results.locator('.count-line');
  await expect(line).toHaveText(/^\d+ results?/); // What is listed comes after what is said of it.
  const counted = await settled('the user was told', () => line.textContent());
  const left = Number(/^(\d+) results?/.exec(counted ?? '')?.[1]);
  expect(left).toBeGreaterThan(kept / 3);
  expect(left).toBeLessThan(kept);
});

import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { aCheck } from '../../a-check.ts';
import { pageWithImage, photographPage } from '../image-pages.ts';
import { keepResults } from '../keep-results.ts';
import { expect, test } from './headless-test.ts';

// The browser's own refusal to store more, which it gives where an origin has spent its quota.

/** Room for results, and what the small picture of one takes of it, as large as small pictures may be. Bytes. */
const ROOM_BYTES = 1_000_000;
const THUMBNAIL_BYTES = 6_000;

const HOUR_MS = 3_600_000;

/** Written at a time, and more than have room. */
const AT_ONCE = 10;
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
  await user.signIn();
  const results = await user.openOwnPage('results.html');
  await results.getByText('No results yet').waitFor();
  const session = await chromium.context.newCDPSession(results);
  const origin = `chrome-extension://${chromium.extensionId}`;
  const { usage } = await session.send('Storage.getUsageAndQuota', { origin });
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + ROOM_BYTES });
  const kept = await fill(results);

  const page = await user.visit(pages.origin);
  await (await user.check(page, '#image')).waitForLine('Likely not AI-generated');
  await expect(results.getByRole('status').filter({ hasText: 'no more room' })).toContainText(
    /^The browser had no more room, so the oldest results were removed: \d+\./,
  );
  await expect(results.locator('tbody').getByRole('row').first()).toContainText('Likely not AI-generated');
  const left = Number(/Results: (\d+)/.exec((await results.locator('.count-line').textContent()) ?? '')?.[1]);
  expect(left).toBeGreaterThan(kept / 3);
  expect(left).toBeLessThan(kept);
  await session.send('Storage.overrideQuotaForOrigin', { origin });
});

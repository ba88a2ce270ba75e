import { stopServiceWorker } from '../e2e/harness/service-worker.ts';
import type { BenchBed } from './bench-bed.ts';
import type { BenchRow } from './bench-row.ts';

/** From the opening of the popup, with the background asleep, to its first list of results. */
export async function popupRows({ chromium }: BenchBed, rounds: number): Promise<BenchRow[]> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const popup = await chromium.context.newPage();
    await stopServiceWorker(chromium);
    await popup.goto(`chrome-extension://${chromium.extensionId}/popup.html`, { waitUntil: 'commit' });
    await popup.locator('li .row').first().waitFor();
    const shown = await popup.evaluate(() => performance.now());
    if (round > 0) times.push(shown);
    await popup.close();
  }
  return [{ name: 'popup, background asleep', times, goal: '≤ 100 ms' }];
}

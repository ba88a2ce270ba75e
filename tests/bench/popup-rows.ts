import { stopServiceWorker } from '../e2e/harness/service-worker.ts';
import type { BenchBed } from './bench-bed.ts';
import type { BenchRow } from './bench-row.ts';

/** What the popup shows first, and what it shows when the background has answered. */
const PARTS = { buttons: 'button', results: 'li .row' } as const;

type Times = Readonly<Record<keyof typeof PARTS, number>>;

/** From the opening of the popup, with the background asleep, to its buttons and to its first list of results. */
export async function popupRows({ chromium }: BenchBed, rounds: number): Promise<BenchRow[]> {
  const all: Times[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const popup = await chromium.context.newPage();
    await popup.addInitScript(noteWhenThere, PARTS);
    await stopServiceWorker(chromium);
    await popup.goto(`chrome-extension://${chromium.extensionId}/popup.html`, { waitUntil: 'commit' });
    await popup.locator(PARTS.results).first().waitFor();
    const times = await popup.evaluate(() => globalThis.partsThereAt);
    if (round > 0) all.push(times);
    await popup.close();
  }
  return [
    { name: 'popup, background asleep: buttons', times: all.map(({ buttons }) => buttons), goal: '≤ 100 ms' },
    { name: 'popup, background asleep: results', times: all.map(({ results }) => results), goal: '' },
  ];
}

/** Runs in the page, before anything of it. */
function noteWhenThere(parts: Readonly<Record<string, string>>): void {
  const times: Record<string, number> = {};
  globalThis.partsThereAt = times as Times;
  new MutationObserver(() => {
    for (const [name, selector] of Object.entries(parts)) {
      if (document.querySelector(selector)) times[name] ??= performance.now();
    }
  }).observe(document, { childList: true, subtree: true });
}

declare global {
  /** Milliseconds from the beginning of the navigation. */
  var partsThereAt: Times;
}

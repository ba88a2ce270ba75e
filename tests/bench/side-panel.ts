// How fast the side panel is with 2,000 checks: `npm run bench:side-panel`. In headless Chromium, production code: to the first row
// that is seen, beside an empty list; and from a key to the next row, beside a list of three.
import type { Page } from '@playwright/test';
import type { CheckRecord } from '../../src/core/check/check-record.ts';
import { aCheck } from '../a-check.ts';
import { builtFolder } from '../e2e/built-folder.ts';
import { openStillPage } from '../e2e/forget-everything.ts';
import { launchChromium } from '../e2e/harness/chromium.ts';
import { stopServiceWorker } from '../e2e/harness/service-worker.ts';
import { type BenchRow, printRows } from './bench-row.ts';

const COUNT = 2_000;
const FEW = 3;
const ROUNDS = 10;
const KEYS = 50;

const chromium = await launchChromium({ extensionFolder: builtFolder('chrome-mv3-local') });
const still = await openStillPage(chromium);
const panelAddress = `chrome-extension://${chromium.extensionId}/side-panel.html`;
const front = await chromium.context.newPage();
const tabId = await still.evaluate(frontTab);

/** Checks of the page in front, which the background takes up as of an earlier one. */
async function listed(count: number): Promise<void> {
  const checks = Array.from({ length: count }, (_, at): CheckRecord => {
    const likelihood = (at % 100) / 100;
    const verdict = { isAi: likelihood > 0.5, likelihood };
    const check = aCheck(`check-${at}`, Date.now() + at, { verdict, media: { pageUrl: 'https://news.example/' } });
    return { ...check, pageRun: 'of-the-page', media: { ...check.media, tabId } } as CheckRecord;
  });
  await still.evaluate(storeChecks, checks);
  await stopServiceWorker(chromium);
  await still.evaluate(() => chrome.runtime.sendMessage({})); // The next one begins.
}

/** From the panel's first byte to its first row, or to the words of an empty list. Milliseconds. */
async function opening(shown: string): Promise<number> {
  const panel = await openPanel();
  const time = await panel.evaluate(firstSeen, shown);
  await panel.close();
  return time;
}

async function openPanel(): Promise<Page> {
  const panel = await chromium.context.newPage();
  await panel.addInitScript(markFirst, ['.check-list li', '.tab-list > p.quiet:not([role])']);
  await front.bringToFront();
  await panel.goto(panelAddress);
  return panel;
}

/** From a key to the frame in which the next row has the focus. Milliseconds. */
async function keys(): Promise<number[]> {
  const panel = await openPanel();
  await panel.locator('.check-list li').first().waitFor();
  await panel.evaluate(timeKeys);
  const times: number[] = [];
  for (let at = 0; at < KEYS; at += 1) {
    await panel.keyboard.press(at % FEW === FEW - 1 ? 'k' : 'j');
    times.push(await panel.evaluate(() => Reflect.get(globalThis, 'timed')));
  }
  await panel.close();
  return times;
}

async function openings(shown: string): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) times.push(await opening(shown));
  return times.slice(1);
}

const empty = await openings('.tab-list > p.quiet:not([role])');
await listed(FEW);
const keysOfFew = await keys();
await listed(COUNT);
const rows: readonly BenchRow[] = [
  { name: `first row of ${COUNT}`, times: await openings('.check-list li'), floors: empty, goal: '< 200 ms' },
  { name: `key to the next of ${COUNT}`, times: await keys(), floors: keysOfFew, goal: '< 50 ms' },
];
printRows(rows);
await chromium.close();

/** Runs in a page of the extension. */
async function frontTab(): Promise<number> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? -1;
}

/** Runs in a page of the extension. */
async function storeChecks(checks: readonly object[]): Promise<void> {
  await chrome.storage.session.set(Object.fromEntries(checks.map((check, at) => [`check:check-${at}`, check])));
}

/** Runs in the panel, before it: marks the frame in which something is first there. */
function markFirst(selectors: readonly string[]): void {
  const look = () => {
    for (const selector of selectors) {
      const isNew = performance.getEntriesByName(selector).length === 0;
      if (isNew && document.querySelector(selector)) performance.mark(selector);
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Runs in the panel: the moment it was marked. */
async function firstSeen(selector: string): Promise<number> {
  for (;;) {
    const [mark] = performance.getEntriesByName(selector);
    if (mark) return mark.startTime;
    await new Promise(requestAnimationFrame);
  }
}

/** Runs in the panel. */
function timeKeys(): void {
  let pressedAt = 0;
  addEventListener('keydown', () => (pressedAt = performance.now()), { capture: true });
  addEventListener('focusin', () => Reflect.set(globalThis, 'timed', performance.now() - pressedAt), { capture: true });
}

/** What the code above finds where it runs. */
declare const chrome: {
  readonly runtime: { sendMessage(message: object): Promise<unknown> };
  readonly storage: { readonly session: { set(items: object): Promise<void> } };
  readonly tabs: { query(filter: object): Promise<readonly { readonly id: number }[]> };
};

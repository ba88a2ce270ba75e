import { expect } from '@playwright/test';
import { stopServiceWorker } from '../harness/service-worker.ts';
import type { HeldState } from './check-states.ts';
import type { FaultBrowser } from './fault-browser.ts';

/**
 * What comes of a check: its verdict, read by the user in the panel, or in the results alone where the panel has gone; nothing,
 * since it was no more than a question; or the end that the panel tells, where the check went with the extension.
 */
export type Outcome = 'verdict' | 'verdict-in-results' | 'cancelled' | 'lost';

/** Something that happens to the browser, and its opposite if it has to be undone. */
export interface CheckEvent {
  readonly name: string;
  readonly happen: (browser: FaultBrowser) => Promise<unknown>;
  readonly undo?: (browser: FaultBrowser) => Promise<unknown>;
  /** What comes of a check in each state. */
  readonly outcomes: Readonly<Record<HeldState['name'], Outcome>>;
}

const DAY_MS = 86_400_000;

const VERDICT = {
  reading: 'verdict',
  asking: 'verdict',
  uploading: 'verdict',
  waiting: 'verdict',
  paused: 'verdict',
} as const;

/** The page has gone: the background reads and sends without it; what was only asked about is not sent. */
const WITHOUT_PAGE = {
  reading: 'verdict-in-results',
  asking: 'cancelled',
  uploading: 'verdict-in-results',
  waiting: 'verdict-in-results',
  paused: 'verdict-in-results',
} as const;

/** Whatever can happen to a check under way. */
export const CHECK_EVENTS: readonly CheckEvent[] = [
  { name: 'the worker is killed', happen: ({ chromium }) => stopServiceWorker(chromium), outcomes: VERDICT },
  { name: 'the tab is closed', happen: (browser) => browser.openPage(), outcomes: WITHOUT_PAGE },
  {
    name: 'the page is navigated',
    happen: ({ page, pages }) => page.goto(`${pages.origin}/elsewhere`),
    outcomes: WITHOUT_PAGE,
  },
  {
    name: 'the extension is reloaded',
    happen: (browser) => browser.reloadExtension(),
    outcomes: { reading: 'lost', asking: 'lost', uploading: 'lost', waiting: 'lost', paused: 'lost' },
  },
  { name: 'the storage is full', happen: fillSessionStorage, undo: emptySessionStorage, outcomes: VERDICT },
  {
    name: 'the system clock is set forward by a day',
    happen: ({ clock }) => clock.setForward(DAY_MS),
    undo: ({ clock }) => clock.setForward(-DAY_MS),
    outcomes: VERDICT,
  },
  {
    name: 'the system clock is set back by a day',
    happen: ({ clock }) => clock.setForward(-DAY_MS),
    undo: ({ clock }) => clock.setForward(DAY_MS),
    outcomes: VERDICT,
  },
];

/** Fills `storage.session`, where the records of checks are, until it takes nothing any more. */
async function fillSessionStorage({ ownPage }: FaultBrowser): Promise<void> {
  await ownPage.evaluate(`(async () => {
    const sizes = [...Array(10).fill(1 << 20), ...Array.from({ length: 16 }, (_, index) => 1 << (19 - index))];
    for (const [index, size] of sizes.entries())
      await chrome.storage.session.set({ ['filler' + index]: 'x'.repeat(size) }).catch(() => undefined); // Too large: a smaller one may fit.
  })()`);
  const oneMore = `chrome.storage.session.set({ filler: 'x'.repeat(1000) }).then(() => 'taken', () => 'full')`;
  expect(await ownPage.evaluate(oneMore)).toBe('full');
}

async function emptySessionStorage({ ownPage }: FaultBrowser): Promise<void> {
  await ownPage.evaluate(`chrome.storage.session.getKeys().then((keys) =>
    chrome.storage.session.remove(keys.filter((key) => key.startsWith('filler'))))`);
}

import { expect } from '@playwright/test';
import { stopServiceWorker } from '../harness/service-worker.ts';
import type { HeldKind, HeldStateName } from './check-states.ts';
import type { FaultBrowser } from './fault-browser.ts';

/**
 * What comes of a check: its verdict, read by the user in the page, or in the results alone where the page has gone; nothing,
 * since it was no more than a question; its end as cancelled; or the end that the page tells, where the check went with the
 * extension.
 */
export type Outcome = 'verdict' | 'verdict-in-results' | 'unasked' | 'cancelled' | 'lost';

/** Something that happens to the browser, and its opposite if it has to be undone. */
export interface CheckEvent {
  readonly name: string;
  readonly happen: (browser: FaultBrowser) => Promise<unknown>;
  readonly undo?: (browser: FaultBrowser) => Promise<unknown>;
  readonly outcome: (kind: HeldKind, state: HeldStateName) => Outcome;
  /** The states in which it can happen; left out: all. */
  readonly during?: readonly HeldStateName[];
  /** How many other images are judged by it. */
  readonly checksAside?: number;
}

/** What could not be written is tried again by itself within this time (background/check/record-storage.ts). */
const TRIED_AGAIN_WITHIN_MS = 20_000;

const DAY_MS = 86_400_000;

const asIfNothing = (): Outcome => 'verdict';

/**
 * The page has gone: one image or video is read and sent without it, while the check of a page ends with the page; what was
 * only asked about is not sent.
 */
function withoutPage(kind: HeldKind, state: HeldStateName): Outcome {
  if (state === 'asking') return 'unasked';
  return kind === 'page' ? 'cancelled' : 'verdict-in-results';
}

/** Whatever can happen to a check under way. */
export const CHECK_EVENTS: readonly CheckEvent[] = [
  { name: 'the worker is killed', happen: ({ chromium }) => stopServiceWorker(chromium), outcome: asIfNothing },
  { name: 'the tab is closed', happen: (browser) => browser.openPage(), outcome: withoutPage },
  {
    name: 'the page is navigated',
    // To another host: the page's own may have all six connections taken, as by any page that is loading images.
    happen: ({ page, pages }) => page.goto(`${pages.siblingOrigin}/elsewhere`),
    outcome: withoutPage,
  },
  {
    name: 'the extension is reloaded',
    happen: (browser) => browser.reloadExtension(),
    outcome: () => 'lost',
  },
  { name: 'the storage is full', happen: fillSessionStorage, undo: emptySessionStorage, outcome: asIfNothing },
  {
    name: 'the system clock is set forward by a day',
    happen: ({ clock }) => clock.setForward(DAY_MS),
    undo: ({ clock }) => clock.setForward(-DAY_MS),
    outcome: asIfNothing,
  },
  {
    name: 'the system clock is set back by a day',
    happen: ({ clock }) => clock.setForward(-DAY_MS),
    undo: ({ clock }) => clock.setForward(DAY_MS),
    outcome: asIfNothing,
  },
  {
    name: 'another image is checked and judged',
    happen: (browser) => browser.checkAside(),
    checksAside: 1,
    outcome: asIfNothing,
    during: ['asking', 'reading', 'uploading', 'waiting'], // A pause is everybody's: the service asks for it.
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
  await expect.poll(() => ownPage.evaluate(oneMore)).toBe('full');
}

/** Makes room again, and lets the time pass until what had none is written. */
async function emptySessionStorage({ ownPage, clock }: FaultBrowser): Promise<void> {
  await ownPage.evaluate(`chrome.storage.session.getKeys().then((keys) =>
    chrome.storage.session.remove(keys.filter((key) => key.startsWith('filler'))))`);
  await clock.pass(TRIED_AGAIN_WITHIN_MS);
}

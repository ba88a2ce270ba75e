import type { Page } from '@playwright/test';
import type { Chromium } from './harness/chromium.ts';
import { stopServiceWorker } from './harness/service-worker.ts';
import { STILL_PAGE } from './harness/still-page.ts';

/** The one page that stays open from test to test: a browser without a page ends. */
export async function openStillPage({ context, extensionId }: Chromium): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/${STILL_PAGE}`);
  return page;
}

/**
 * Leaves a browser as it was after the extension's installation: no other page, no address that the debugger answers for, nothing
 * stored, a background just started. What the one before had in memory goes in no other way (checks under way, a pause of the
 * gate, private checks), and its end costs a tenth of a second of the processor. It is ended before its storage is emptied: a
 * check that the closing of its page has just cancelled would be written after that, and be listed in the next test. What it
 * wrote of it until its end must not be taken up by the one that an event of the emptied storage may start, so that goes first.
 */
export async function forgetEverything(chromium: Chromium, still: Page): Promise<void> {
  const { context } = chromium;
  const closeOthers = () => Promise.all(context.pages().map((one) => one !== still && one.close()));
  await closeOthers();
  // While an address is answered for, every page asks past the cache, which is how tests know the background's requests.
  await context.unrouteAll();
  await context.setOffline(false);
  await context.clearCookies();
  await startBackground(still);
  await stopServiceWorker(chromium);
  await closeOthers(); // It may have opened the popup's window for a page that was just closed: that would stay in front.
  await still.evaluate(clearStorage);
  // No page of the extension may speak to a background that is just ending: the browser loses what it says.
  await startBackground(still);
}

/** Any message starts the background, which answers to what it does not know by refusing it. `still`: a page of the extension. */
export async function startBackground(still: Page): Promise<void> {
  await still.evaluate(() => chrome.runtime.sendMessage({}));
}

/** Runs in a page of the extension. */
async function clearStorage(): Promise<void> {
  const deleted = (name: string) =>
    new Promise((done, fail) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = done;
      request.onerror = fail;
    });
  await chrome.storage.session.clear();
  const databases = await indexedDB.databases();
  await Promise.all([chrome.storage.local.clear(), ...databases.map(({ name = '' }) => deleted(name))]);
}

/** What the code above finds where it runs. */
declare const chrome: {
  readonly runtime: { sendMessage(message: object): Promise<unknown> };
  readonly storage: Readonly<Record<'local' | 'session', { clear(): Promise<void> }>>;
};

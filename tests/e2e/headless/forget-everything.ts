import type { Chromium } from '../harness/chromium.ts';
import { evaluateInServiceWorker, stopServiceWorker } from '../harness/service-worker.ts';

/** Leaves a browser as it was after the extension's installation: no page, nothing stored, a background just started. */
export async function forgetEverything(chromium: Chromium): Promise<void> {
  const { context, extensionId } = chromium;
  const old = context.pages();
  const page = await context.newPage(); // A browser without a page ends.
  await page.goto(`chrome-extension://${extensionId}/popup.html`); // Starts the background, should it have ended.
  await Promise.all(old.map((one) => one.close()));
  await evaluateInServiceWorker(
    chromium,
    `Promise.all([
      chrome.storage.local.clear(),
      chrome.storage.session.clear(),
      indexedDB.databases().then((all) => Promise.all(all.map(({ name }) => new Promise((done, fail) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = done;
        request.onerror = fail;
      })))),
    ])`,
  );
  await context.clearCookies();
  // No page of the extension may speak to a background that is just ending: the browser loses what it says.
  await page.goto('about:blank');
  await stopServiceWorker(chromium);
  await page.goto(`chrome-extension://${extensionId}/popup.html`); // Starts it anew.
  await evaluateInServiceWorker(chromium, 'true'); // Not before it is there: the page speaks until it is heard.
  await page.goto('about:blank');
}

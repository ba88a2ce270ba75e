import type { Locator } from '@playwright/test';
import type { Chromium } from '../harness/chromium.ts';
import { evaluateInServiceWorker } from '../harness/service-worker.ts';

/**
 * Sends the event of a choice in the native menu, which a headless browser does not have. Without the user's gesture and
 * `activeTab` that the real one brings: the tests in native/ have those.
 */
export async function dispatchMenuChoice(chromium: Chromium, image: Locator): Promise<void> {
  const info = await image.evaluate((element) => ({
    menuItemId: 'check-media',
    frameId: 0,
    srcUrl: element instanceof HTMLImageElement ? element.currentSrc || element.src : '',
    pageUrl: location.href,
  }));
  await evaluateInServiceWorker(
    chromium,
    `chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => {
      chrome.contextMenus.onClicked.dispatch(${JSON.stringify(info)}, tab);
    })`,
  );
}

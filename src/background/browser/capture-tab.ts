import { browser } from '../../core/browser/browser.ts';
import { AppError } from '../../core/errors/app-error.ts';

/** What Chromium says of more than two captures in a second, by whatever checks. */
const TOO_OFTEN = /MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND/;

/** In milliseconds; with it, several checks have their turn. */
const AGAIN_AFTER_MS = 300;
const MOST_TRIES = 12;

/**
 * What is on the screen of a tab, in device pixels. Needs `activeTab` (the user chose the menu item there) or access to
 * all sites; the browser captures the front tab of a window whatever is asked, so another one is an error.
 */
export async function captureTab(tabId: number): Promise<Blob> {
  const windowId = await windowInFrontOf(tabId);
  const dataUrl = await captureWindow(windowId);
  // The user may have changed tabs, or moved this one, meanwhile: that picture is not this page's.
  if ((await windowInFrontOf(tabId)) !== windowId) throw new AppError({ code: 'tab-not-in-front' });
  const response = await fetch(dataUrl);
  return response.blob();
}

/** Waits for its turn: where a capture is refused, nothing else tells that a file is not what the page shows. */
async function captureWindow(windowId: number): Promise<string> {
  for (let triesLeft = MOST_TRIES; ; triesLeft -= 1) {
    try {
      return await browser.tabs.captureVisibleTab(windowId, { format: 'png' });
    } catch (cause) {
      if (triesLeft === 1 || !TOO_OFTEN.test(String(cause))) throw new AppError({ code: 'capture-failed' }, { cause });
      await new Promise((done) => setTimeout(done, AGAIN_AFTER_MS));
    }
  }
}

/** The window whose front tab this is, now: a tab can be dragged to another one. */
async function windowInFrontOf(tabId: number): Promise<number> {
  const tab = await browser.tabs.get(tabId);
  if (!tab.active) throw new AppError({ code: 'tab-not-in-front' });
  return tab.windowId;
}

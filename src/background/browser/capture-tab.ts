import { browser } from '../../core/browser/browser.ts';
import { AppError } from '../../core/errors/app-error.ts';

/**
 * What is on the screen of a tab, in device pixels. Needs `activeTab` (the user chose the menu item there) or access to
 * all sites; the browser captures the front tab of a window whatever is asked, so another one is an error.
 */
export async function captureTab(tabId: number): Promise<Blob> {
  const windowId = await windowInFrontOf(tabId);
  let dataUrl: string;
  try {
    dataUrl = await browser.tabs.captureVisibleTab(windowId, { format: 'png' });
  } catch (cause) {
    throw new AppError({ code: 'capture-failed' }, { cause });
  }
  // The user may have changed tabs, or moved this one, meanwhile: that picture is not this page's.
  if ((await windowInFrontOf(tabId)) !== windowId) throw new AppError({ code: 'tab-not-in-front' });
  const response = await fetch(dataUrl);
  return response.blob();
}

/** The window whose front tab this is, now: a tab can be dragged to another one. */
async function windowInFrontOf(tabId: number): Promise<number> {
  const tab = await browser.tabs.get(tabId);
  if (!tab.active) throw new AppError({ code: 'tab-not-in-front' });
  return tab.windowId;
}

import { AppError } from '../errors/app-error.ts';
import { browser } from './browser.ts';

/**
 * What is on the screen of a tab, in device pixels. Needs `activeTab` (the user chose the menu item there) or access to
 * all sites; the browser captures the front tab of a window whatever is asked, so another one is an error.
 */
export async function captureTab(tabId: number, windowId: number): Promise<Blob> {
  await requireInFront(tabId);
  let dataUrl: string;
  try {
    dataUrl = await browser.tabs.captureVisibleTab(windowId, { format: 'png' });
  } catch (cause) {
    throw new AppError({ code: 'capture-failed' }, { cause });
  }
  await requireInFront(tabId); // The user may have changed tabs meanwhile: that picture is not this page's.
  const response = await fetch(dataUrl);
  return response.blob();
}

async function requireInFront(tabId: number): Promise<void> {
  const tab = await browser.tabs.get(tabId);
  if (!tab.active) throw new AppError({ code: 'tab-not-in-front' });
}

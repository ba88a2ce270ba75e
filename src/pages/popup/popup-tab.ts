import { browser } from '../../core/browser/browser.ts';
import { type PopupTab, tabOfWindow } from '../../core/protocol/own-page-address.ts';

/**
 * What the popup is about: the tab in front of the window it belongs to; in a window of its own, the tab it was opened for.
 * Only the tab tells that it is private: in Chromium (156) the popup's page belongs to the normal windows.
 */
export async function popupTab(): Promise<PopupTab> {
  const opened = tabOfWindow();
  if (opened) return (await isThere(opened)) ? opened : { isPrivate: opened.isPrivate };
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return { isPrivate: browser.extension.inIncognitoContext };
  return { tabId: tab.id, isPrivate: tab.incognito };
}

async function isThere({ tabId }: PopupTab): Promise<boolean> {
  try {
    return tabId !== undefined && (await browser.tabs.get(tabId)).id === tabId;
  } catch {
    return false; // The browser says with an exception that there is no such tab.
  }
}

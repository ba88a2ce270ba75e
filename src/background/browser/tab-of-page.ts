import { browser } from '../../core/browser/browser.ts';
import { withoutUserinfo } from '../../core/media/without-userinfo.ts';
import { cutAddress } from '../address-limit.ts';

/**
 * Whether a tab still shows a page. Without access to its site the browser tells no address: then the answer is no, as it
 * is where the tab has gone. `pageUrl` is as records have it.
 */
export async function showsPage(tabId: number, pageUrl: string): Promise<boolean> {
  try {
    const { url } = await browser.tabs.get(tabId);
    return url !== undefined && withoutFragment(cutAddress(withoutUserinfo(url))) === withoutFragment(pageUrl);
  } catch {
    return false; // The browser says with an exception that there is no such tab.
  }
}

/** Brings a tab, and its window, to the front. */
export async function bringTabToFront(tabId: number): Promise<void> {
  const tab = await browser.tabs.update(tabId, { active: true });
  if (tab) await browser.windows.update(tab.windowId, { focused: true });
}

/** Opens a page in a new tab. */
export async function openPage(pageUrl: string): Promise<void> {
  await browser.tabs.create({ url: pageUrl });
}

function withoutFragment(address: string): string {
  return address.replace(/#.*$/s, '');
}

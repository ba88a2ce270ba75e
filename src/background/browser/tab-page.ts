import { browser } from '../../core/browser/browser.ts';

/** The page in a tab. */
export interface TabPage {
  readonly tabId: number;
  /** Empty where the extension may not know it. */
  readonly pageUrl: string;
  readonly isPrivate: boolean;
}

/** The page that is in a tab now. Rejects where the tab has gone. */
export async function pageInTab(tabId: number): Promise<TabPage> {
  const { url = '', incognito } = await browser.tabs.get(tabId);
  return { tabId, pageUrl: url, isPrivate: incognito };
}

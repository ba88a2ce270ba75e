import { browser } from '../../core/browser/browser.ts';
import { closeSidePanel, openSidePanel } from '../../core/browser/open-side-panel.ts';
import { logFault } from '../../core/log.ts';
import {
  type AccessQuestion,
  accessQuery,
  type OpenedResult,
  type PopupTab,
  resultPlace,
  windowQuery,
} from '../../core/protocol/own-page-address.ts';
import { onAllResultsChoice, onSidePanelChoice } from './context-menu.ts';
import { onSidePanelCommand } from './keyboard-command.ts';
import { hasSidePanel } from './side-panels.ts';

/**
 * Whether a private window can show the extension's own pages. Firefox 153: yes. Chromium 156: no, but for the toolbar
 * button's popup, whose page itself belongs to the normal windows.
 */
export const PRIVATE_WINDOWS_SHOW_OWN_PAGES = import.meta.env.FIREFOX;

/** Size of the popup's page in a window of its own, in pixels. */
const POPUP_WINDOW = { width: 400, height: 640 };

/** Size of the window that asks for site access (Firefox), in pixels: it takes the height of its words once they are there. */
const ACCESS_WINDOW = { width: 480, height: 220 };

/** Opens the options page, or brings it to the front. */
export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** Opens the welcome page. */
async function openWelcome(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}

/**
 * Opens the results page, with one of the results if it is named. In a normal window: a private one has a storage of its own
 * (Firefox), or none of these pages (Chromium).
 */
export async function openResults(opened: OpenedResult = {}): Promise<void> {
  await openInNormalWindow(browser.runtime.getURL(`/results.html${resultPlace(opened)}`));
}

/** Opens the text on how far a verdict can be trusted (docs/trust.md), in a normal window as the results. */
export async function openTrust(): Promise<void> {
  await openInNormalWindow(browser.runtime.getURL('/trust.txt'));
}

/** BitMind's website: no page of its own for support is documented. */
const BITMIND_SITE = 'https://bitmind.ai';

/** Opens the place where a verdict that seems wrong can be told: an organisation's, else BitMind's. */
export async function openReport(address = BITMIND_SITE): Promise<void> {
  await openInNormalWindow(address);
}

async function openInNormalWindow(url: string): Promise<void> {
  const windows = await browser.windows.getAll({ windowTypes: ['normal'] });
  const normal = windows.filter(({ incognito }) => !incognito);
  const window = normal.find(({ focused }) => focused) ?? normal[0];
  if (window?.id === undefined) {
    await browser.windows.create({ url, incognito: false });
    return;
  }
  await browser.tabs.create({ url, windowId: window.id });
  if (!window.focused) await browser.windows.update(window.id, { focused: true });
}

/** Opens the small window that puts the question of a check about site access: a private one if the check is. */
export async function openAccessWindow(question: AccessQuestion, isPrivate: boolean): Promise<void> {
  const url = browser.runtime.getURL(`/access.html?${accessQuery(question)}`);
  await browser.windows.create({ type: 'popup', url, incognito: isPrivate, ...ACCESS_WINDOW });
}

/** Opens the popup of the toolbar button, where no panel can be shown in the page of a tab, or something is to be done first. */
export async function openPopup(tab: PopupTab): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    // Firefox before 149 wants a gesture for it, and every browser a window in front: the same page in a window does.
    await openPopupWindow(tab);
  }
}

/**
 * Opens the popup's page in a window of its own, for a tab: a private one if that is. Where there can be none, the window is a
 * normal one and knows nothing of the tab.
 */
export async function openPopupWindow(tab: PopupTab, canBePrivate = PRIVATE_WINDOWS_SHOW_OWN_PAGES): Promise<void> {
  const shown = tab.isPrivate && !canBePrivate ? { isPrivate: false } : tab;
  const url = browser.runtime.getURL(`/popup.html?${windowQuery(shown)}`);
  await browser.windows.create({ type: 'popup', url, incognito: shown.isPrivate, ...POPUP_WINDOW });
}

/** Opens the extension's own pages: the welcome page once, results and side panel at the user's choice in menus and by keys. */
export function openOwnPages(): void {
  onInstalledByUser(() => void openWelcome().catch(logFault));
  onAllResultsChoice(() => void openResults().catch(logFault));
  onSidePanelChoice((tabId) => void openSidePanel(tabId).catch(logFault));
  onSidePanelCommand(({ tabId }) => {
    const change = hasSidePanel(tabId) ? closeSidePanel : openSidePanel;
    void change(tabId).catch(logFault);
  });
}

/**
 * Calls back once, right after somebody has installed the extension in this browser: not after an update, and not where
 * an administrator installed it for everybody. Must be called while the background starts.
 */
function onInstalledByUser(listener: () => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason !== 'install') return;
    void browser.management.getSelf().then(({ installType }) => installType !== 'admin' && listener());
  });
}

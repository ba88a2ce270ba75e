import { browser } from './browser.ts';

/** The command in the manifest that opens and closes the side panel. */
export const SIDE_PANEL_COMMAND = 'open-side-panel';

/** Firefox's name for the side panel. It has one a window, and opens that of the window in front. */
interface SidebarAction {
  open(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the side panel of a tab's window. Must be called within a user's gesture, before any `await`. */
export async function openSidePanel(tabId: number): Promise<void> {
  if (import.meta.env.FIREFOX) await sidebarAction()?.open();
  else await browser.sidePanel.open({ tabId });
}

/** Closes it. Must be called as above. */
export async function closeSidePanel(tabId: number): Promise<void> {
  if (import.meta.env.FIREFOX) await sidebarAction()?.close();
  else await browser.sidePanel.close({ windowId: (await browser.tabs.get(tabId)).windowId });
}

function sidebarAction(): SidebarAction | undefined {
  return 'sidebarAction' in browser && isSidebarAction(browser.sidebarAction) ? browser.sidebarAction : undefined;
}

function isSidebarAction(value: unknown): value is SidebarAction {
  return typeof value === 'object' && value !== null && 'open' in value && 'close' in value;
}

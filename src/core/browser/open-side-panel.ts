import { browser } from './browser.ts';

/** The command in the manifest that opens the side panel. */
export const SIDE_PANEL_COMMAND = 'open-side-panel';

/** Firefox's name for the side panel. It has one a window, and opens that of the window in front. */
interface SidebarAction {
  open(): Promise<void>;
}

/** Opens the side panel of a tab's window. Must be called within a user's gesture, before any `await`. */
export async function openSidePanel(tabId: number): Promise<void> {
  if (import.meta.env.FIREFOX) await sidebarAction()?.open();
  else await browser.sidePanel.open({ tabId });
}

function sidebarAction(): SidebarAction | undefined {
  return 'sidebarAction' in browser && isSidebarAction(browser.sidebarAction) ? browser.sidebarAction : undefined;
}

function isSidebarAction(value: unknown): value is SidebarAction {
  return typeof value === 'object' && value !== null && 'open' in value;
}

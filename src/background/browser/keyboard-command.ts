import { browser } from '../../core/browser/browser.ts';
import { CHECK_COMMAND, CHECK_PAGE_COMMAND } from '../../core/browser/check-command.ts';
import { SIDE_PANEL_COMMAND } from '../../core/browser/open-side-panel.ts';

/** A use of the command, in the tab in front. */
export interface CommandUse {
  readonly tabId: number;
  readonly pageUrl: string;
  readonly isPrivate: boolean;
}

/** Calls back for each use of the command for one picture. Must be called while the background starts. */
export function onCheckCommand(listener: (use: CommandUse) => void): void {
  onCommand(CHECK_COMMAND, listener);
}

/** The same for the command for the whole page. */
export function onCheckPageCommand(listener: (use: CommandUse) => void): void {
  onCommand(CHECK_PAGE_COMMAND, listener);
}

/** The same for the command that opens and closes the side panel, within the user's gesture. */
export function onSidePanelCommand(listener: (use: CommandUse) => void): void {
  onCommand(SIDE_PANEL_COMMAND, listener);
}

function onCommand(name: string, listener: (use: CommandUse) => void): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command !== name || tab?.id === undefined) return;
    listener({ tabId: tab.id, pageUrl: tab.url ?? '', isPrivate: tab.incognito });
  });
}

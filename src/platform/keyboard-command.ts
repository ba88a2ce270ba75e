import { browser } from './browser.ts';
import { CHECK_COMMAND } from './check-command.ts';

/** A use of the command, in the tab in front. */
export interface CommandUse {
  readonly tabId: number;
  readonly pageUrl: string;
  readonly isPrivate: boolean;
}

/** Calls back for each use. Must be called while the background starts. */
export function onCheckCommand(listener: (use: CommandUse) => void): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command !== CHECK_COMMAND || tab?.id === undefined) return;
    listener({ tabId: tab.id, pageUrl: tab.url ?? '', isPrivate: tab.incognito });
  });
}

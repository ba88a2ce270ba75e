import { logFault } from '../../src/log.ts';
import { onAllResultsChoice } from '../../src/platform/context-menu.ts';
import { onInstalledByUser } from '../../src/platform/installed.ts';
import { openResults, openWelcome } from '../../src/platform/own-pages.ts';

/** Opens the extension's own pages: the welcome page once, the results at the choice in the menu of the toolbar's button. */
export function openOwnPages(): void {
  onInstalledByUser(() => void openWelcome().catch(logFault));
  onAllResultsChoice(() => void openResults().catch(logFault));
}

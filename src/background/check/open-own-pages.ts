import { logFault } from '../../core/log.ts';
import { onAllResultsChoice } from '../browser/context-menu.ts';
import { onInstalledByUser } from '../browser/installed.ts';
import { openResults, openWelcome } from '../browser/own-pages.ts';

/** Opens the extension's own pages: the welcome page once, the results at the choice in the menu of the toolbar's button. */
export function openOwnPages(): void {
  onInstalledByUser(() => void openWelcome().catch(logFault));
  onAllResultsChoice(() => void openResults().catch(logFault));
}

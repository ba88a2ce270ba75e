import { logFault } from '../../core/log.ts';
import { onPageMenuChoice } from '../browser/context-menu.ts';
import { onSiteAccessGranted } from '../browser/granted-sites.ts';
import { onCheckPageCommand } from '../browser/keyboard-command.ts';
import { openPopup } from '../browser/own-pages.ts';
import type { TabPage } from '../browser/tab-page.ts';
import type { CheckStore } from '../check/check-store.ts';
import type { PageDesk } from './page-desk.ts';
import { keepBadge } from './page-run-badge.ts';

/** Listens for what begins and changes the checks of whole pages. */
export function followPageChecks(pageDesk: PageDesk, store: CheckStore): void {
  keepBadge(pageDesk.runs, store);
  onPageMenuChoice((page) => void startPageCheck(pageDesk, page).catch(logFault));
  onCheckPageCommand((page) => void startPageCheck(pageDesk, page).catch(logFault));
  onSiteAccessGranted(() => void pageDesk.recount().catch(logFault));
}

/** "Check images on this page", by the keyboard or in the menu of the toolbar's button: the popup shows it where the page may not. */
async function startPageCheck(pageDesk: PageDesk, page: TabPage): Promise<void> {
  const run = await pageDesk.count(page, 'image', false);
  if (run.state === 'failed' || run.isQuiet) await openPopup(page);
}

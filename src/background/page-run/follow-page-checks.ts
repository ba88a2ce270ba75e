import { logFault } from '../../core/log.ts';
import { onPageMenuChoice } from '../browser/context-menu.ts';
import { onSiteAccessGranted } from '../browser/granted-sites.ts';
import { onCheckPageCommand } from '../browser/keyboard-command.ts';
import { openPopup } from '../browser/own-pages.ts';
import type { TabPage } from '../browser/tab-page.ts';
import type { CheckStore } from '../check/check-store.ts';
import type { PageChecks } from './page-checks.ts';
import { keepBadge } from './page-run-badge.ts';

/** Listens for what begins and changes the checks of whole pages. */
export function followPageChecks(pageChecks: PageChecks, store: CheckStore): void {
  keepBadge(pageChecks, store);
  onPageMenuChoice((page) => void startPageCheck(pageChecks, page).catch(logFault));
  onCheckPageCommand((page) => void startPageCheck(pageChecks, page).catch(logFault));
  onSiteAccessGranted(() => void pageChecks.pageDesk.recount().catch(logFault));
}

/** "Check images on this page", by the keyboard or in the menu of the toolbar's button: the popup shows it where the page may not. */
async function startPageCheck({ pageDesk }: PageChecks, page: TabPage): Promise<void> {
  const run = await pageDesk.count(page, 'image', false);
  if (run.state === 'failed' || run.isQuiet) await openPopup(page);
}

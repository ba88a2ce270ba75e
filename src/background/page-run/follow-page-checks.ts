import { logFault } from '../../core/log.ts';
import { onPageMenuChoice } from '../browser/context-menu.ts';
import { onSiteAccessGranted } from '../browser/granted-sites.ts';
import { onCheckPageCommand } from '../browser/keyboard-command.ts';
import type { CheckStore } from '../check/check-store.ts';
import { startPageCheck } from '../check/start-check.ts';
import type { PageChecks } from './page-checks.ts';
import { keepBadge } from './page-run-badge.ts';

/** Listens for what begins and changes the checks of whole pages. */
export function followPageChecks(pageChecks: PageChecks, store: CheckStore): void {
  keepBadge(pageChecks, store);
  onPageMenuChoice((page) => void startPageCheck(pageChecks, page).catch(logFault));
  onCheckPageCommand((page) => void startPageCheck(pageChecks, page).catch(logFault));
  onSiteAccessGranted(() => void pageChecks.pageDesk.recount().catch(logFault));
}

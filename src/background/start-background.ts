import { browser } from '../core/browser/browser.ts';
import { logFault } from '../core/log.ts';
import { onPolicyChanged } from '../core/store/policy-changes.ts';
import { checkFeeds } from './answer/check-feeds.ts';
import { messageHandlers } from './answer/message-handlers.ts';
import { pageRunFeeds } from './answer/page-run-feeds.ts';
import { receiveMessages } from './answer/receive.ts';
import { serveFeeds } from './answer/serve-feeds.ts';
import { tabCheckFeed } from './answer/tab-check-feed.ts';
import { followAutomatic } from './automatic/follow-automatic.ts';
import { onMenuChoice, onPageMenuChoice } from './browser/context-menu.ts';
import { followRightClicks } from './browser/follow-right-clicks.ts';
import { hasSiteAccess, onSiteAccessGranted } from './browser/granted-sites.ts';
import { onCheckCommand, onCheckPageCommand } from './browser/keyboard-command.ts';
import { openOwnPages, openPopup } from './browser/own-pages.ts';
import { hasPrivateWindow, onNoPrivateWindowLeft } from './browser/private-windows.ts';
import { removeIdleRedirectGuard } from './browser/redirect-guard.ts';
import { removeLeftReferrerRules } from './browser/referrer-rule.ts';
import { hasSidePanel } from './browser/side-panels.ts';
import type { TabPage } from './browser/tab-page.ts';
import { createCheckContext } from './check/check-context.ts';
import { createCheckDesk } from './check/check-desk.ts';
import type { CheckStore } from './check/check-store.ts';
import { startFromKeyboard, startFromMenu } from './check/start-check.ts';
import { type WorkInBackground, workInBackground } from './offscreen-link/in-document.ts';
import { createPageDesk, type PageDesk } from './page-run/page-desk.ts';
import { keepBadge } from './page-run/page-run-badge.ts';
import { createPageRunStore } from './page-run/page-run-store.ts';
import { followKeeping } from './results/kept-results.ts';
import { forgetAgreedInPrivate } from './store/agreed.ts';
import { type PageRun, pageRunSchema } from './store/page-run.ts';
import { sessionRecords } from './store/session-records.ts';

/** The checks of whole pages of this browser session: what a new service worker goes on from. */
const sessionPageRuns = sessionRecords<PageRun>({ prefix: 'page-run:', schema: pageRunSchema });

/**
 * Starts a background: makes what lasts, and registers every listener within the first turn of the event loop. `work`: what needs
 * a document is done here, since this background has one (Firefox).
 */
export function startBackground(work: WorkInBackground | undefined): void {
  if (work) workInBackground(work);
  const context = createCheckContext(globalThis.fetch.bind(globalThis), Date.now);
  const desk = createCheckDesk(context);
  const pageDesk = createPageDesk(context, desk, createPageRunStore(sessionPageRuns));
  followRightClicks();
  followKeeping(context);
  followPageChecks(pageDesk, context.store);
  followAutomatic(pageDesk);
  openOwnPages();
  onMenuChoice((choice) => void startFromMenu(desk, choice).catch(logFault));
  onCheckCommand((use) => void startFromKeyboard(desk, use).catch(logFault));
  onPolicyChanged(() => void context.session.forgetOthers().catch(logFault));
  const forgetPrivate = () => Promise.all([pageDesk.forgetPrivate(), desk.forgetPrivate(), forgetAgreedInPrivate()]);
  onNoPrivateWindowLeft(() => void forgetPrivate().catch(logFault));
  onSiteAccessGranted(() => void desk.resumeAsking(hasSiteAccess).catch(logFault));
  receiveMessages(messageHandlers(context, desk, pageDesk));
  const { store } = context;
  serveFeeds(pageRunFeeds(pageDesk, store), checkFeeds(context, desk), tabCheckFeed(store, pageDesk.runs));

  void Promise.all([keepStorageFromPages(), removeLeftReferrerRules()]).catch(logFault);
  const recover = async () => {
    if (!(await hasPrivateWindow())) await forgetPrivate();
    await Promise.all([desk.recover(), pageDesk.recover()]);
    await removeIdleRedirectGuard();
  };
  void recover().catch(logFault);
}

/**
 * Closes `storage.local` to content scripts; they may read it until this has run, so it runs at each start.
 * Firefox has `setAccessLevel` only where it was added to `storage.local`; without it nothing but this extension's own
 * code runs in its content scripts, and none of that code reads storage.
 */
async function keepStorageFromPages(): Promise<void> {
  await browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

/** Listens for what begins and changes the checks of whole pages. */
function followPageChecks(pageDesk: PageDesk, store: CheckStore): void {
  keepBadge(pageDesk.runs, store);
  onPageMenuChoice((page) => void startPageCheck(pageDesk, page).catch(logFault));
  onCheckPageCommand((page) => void startPageCheck(pageDesk, page).catch(logFault));
  onSiteAccessGranted(() => void pageDesk.recount().catch(logFault));
}

/** "Check images on this page", by the keyboard or in the menu of the toolbar's button: the popup shows it where the page may not. */
async function startPageCheck(pageDesk: PageDesk, page: TabPage): Promise<void> {
  const run = await pageDesk.count(page, 'image', false);
  if (run.state !== 'failed' && !run.isQuiet) return;
  pageDesk.runs.change(run.id, (now) => ({ ...now, isUntold: true }));
  if (!hasSidePanel(page.tabId)) await openPopup(page);
}

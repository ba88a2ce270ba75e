import { openSidePanel } from '../../core/browser/open-side-panel.ts';
import { GESTURE_TRAVELS_IN_MESSAGES } from '../../core/browser/quirks.ts';
import { requestAllSites, requestSites } from '../../core/browser/site-access.ts';
import { AppError } from '../../core/errors/app-error.ts';
import { logFault } from '../../core/log.ts';
import { awaitsClick } from '../../core/words/check-words.ts';
import { openPopup, openResults } from '../browser/own-pages.ts';
import { openInSidePanel } from '../browser/side-panels.ts';
import { pageInTab } from '../browser/tab-page.ts';
import type { CheckDesk } from '../check/check-desk.ts';
import { openPanel } from '../check/check-panel.ts';
import type { CheckStore } from '../check/check-store.ts';
import { removeBadges } from '../page-link/page-check-link.ts';
import { mediaOf } from '../page-run/media-of-item.ts';
import type { PageDesk } from '../page-run/page-desk.ts';
import { outcomeWalk } from '../page-run/walk-outcomes.ts';
import type { PageRun } from '../store/page-run.ts';
import type { ProvenSender } from './prove-sender.ts';
import type { Handlers } from './receive.ts';
import { speaksFor, speaksForRun } from './speaks-for.ts';

type PageRunMessage =
  | 'countPage'
  | 'checkNewMedia'
  | 'startPageRun'
  | 'cancelPageRun'
  | 'retryPageRun'
  | 'allowForPage'
  | 'openBadgedCheck'
  | 'showNextOutcome'
  | 'removeBadges'
  | 'openResults'
  | 'openSidePanel';

/** What the background does for the messages about whole pages. */
export function pageRunHandlers(
  pageDesk: PageDesk,
  desk: CheckDesk,
  checks: CheckStore,
): Pick<Handlers, PageRunMessage> {
  const { runs } = pageDesk;
  const showNext = outcomeWalk(checks);

  /** The run a message is about, if it is the sender's. */
  async function runFor(runId: string, sender: ProvenSender): Promise<PageRun> {
    await runs.load();
    const run = runs.get(runId);
    if (!run || !speaksForRun(sender, run)) throw new AppError({ code: 'message-refused' });
    return run;
  }

  return {
    async countPage({ tabId, kind }) {
      void pageDesk.count(await pageInTab(tabId), kind, false).catch(logFault);
    },
    async checkNewMedia({ kind }, sender) {
      if (sender.kind !== 'panel') throw new AppError({ code: 'message-refused' });
      await runs.load();
      const earlier = runs.inTab(sender.tabId); // New is what came after it.
      if (!earlier || !speaksForRun(sender, earlier)) throw new AppError({ code: 'message-refused' });
      void pageDesk.count(await pageInTab(sender.tabId), kind, true).catch(logFault);
    },
    async startPageRun({ runId }, sender) {
      pageDesk.start((await runFor(runId, sender)).id);
    },
    async cancelPageRun({ runId }, sender) {
      pageDesk.cancel((await runFor(runId, sender)).id);
    },
    async retryPageRun({ runId }, sender) {
      const { tabId, kind } = await runFor(runId, sender);
      void pageDesk.count(await pageInTab(tabId), kind, false).catch(logFault);
    },
    async allowForPage({ runId, origins }, sender) {
      // The browser is asked first: after any `await` the click would be no gesture any more.
      const mayAsk = GESTURE_TRAVELS_IN_MESSAGES;
      const asked = mayAsk ? (origins ? requestSites(origins) : requestAllSites()) : undefined;
      const run = await runFor(runId, sender);
      if (asked) await asked;
      else if (sender.kind === 'panel') await openPopup(run); // Where a click in a page is no gesture, one in the popup is.
    },
    async openBadgedCheck({ key }, sender) {
      if (sender.kind !== 'panel') throw new AppError({ code: 'message-refused' });
      await Promise.all([runs.load(), checks.load()]);
      const run = runs.inTab(sender.tabId);
      const item = run?.items.find((one) => one.key === key && one.frameId === sender.frameId);
      const check = item?.checkId === undefined ? undefined : checks.get(item.checkId);
      if (!run || !item || !check) throw new AppError({ code: 'message-refused' });
      if (awaitsClick(check)) {
        const ended = desk.run(check.id);
        void ended.finally(() => pageDesk.lookAgain(run.id)).catch(logFault);
      }
      await openPanel(check, mediaOf(run, item));
    },
    async showNextOutcome({ runId, outcome }, sender) {
      await checks.load();
      await showNext(await runFor(runId, sender), outcome);
    },
    async removeBadges({ runId }, sender) {
      const { tabId, items } = await runFor(runId, sender);
      const frames = new Set(items.map(({ frameId }) => frameId));
      if (sender.kind === 'panel') frames.delete(sender.frameId);
      await removeBadges(tabId, frames);
    },
    async openSidePanel({ checkId }, sender) {
      if (sender.kind !== 'panel') throw new AppError({ code: 'message-refused' });
      await openSidePanel(sender.tabId); // First: after any `await` the click would be no gesture any more.
      await checks.load();
      const check = checkId === undefined ? undefined : checks.get(checkId);
      if (check && speaksFor(sender, check.media)) openInSidePanel(sender.tabId, check.id);
    },
    openResults,
  };
}

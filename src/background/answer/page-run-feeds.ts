import { logFault } from '../../core/log.ts';
import type { FrameView } from '../../core/protocol/page-run-view.ts';
import { PAGE_RUN_FEED, TAB_RUN_FEED_PREFIX } from '../../core/protocol/protocol.ts';
import { inconclusiveBand } from '../../core/store/settings-item.ts';
import type { CheckStore } from '../check/check-store.ts';
import { coalesce } from '../coalesce.ts';
import type { PageDesk } from '../page-run/page-desk.ts';
import { hasRunEnded, type PageRun } from '../store/page-run.ts';
import { composeBadges } from '../words/compose-badges.ts';
import { composeRunView } from '../words/compose-run-view.ts';
import type { OpenFeed, ServeFeed } from './serve-feeds.ts';
import { speaksForRun } from './speaks-for.ts';

const SECOND_MS = 1_000;

/** How often the views of a page's check are made anew, in milliseconds. */
const POST_EVERY_MS = 150;

/** Serves the feeds of whole pages: badges and pill to their frames, how it stands to the popup. */
export function pageRunFeeds(pageDesk: PageDesk, checks: CheckStore): ServeFeed {
  const { runs } = pageDesk;

  async function ready() {
    await Promise.all([runs.load(), checks.load()]);
    return inconclusiveBand();
  }

  async function postToFrame(feed: OpenFeed, tabId: number, frameId: number): Promise<void> {
    const band = await ready();
    const run = runs.inTab(tabId);
    if (!run || (frameId === 0 && !speaksForRun(feed.sender, run))) return;
    const view: FrameView = {
      runId: run.id,
      badges: run.isQuiet ? [] : composeBadges(run, frameId, checks.get, band),
      hasEnded: hasRunEnded(run),
      ...(frameId === 0 && { pill: composeRunView(run, checks.get, band) }),
    };
    feed.post(view);
  }

  async function postToPopup(feed: OpenFeed, tabId: number): Promise<void> {
    const band = await ready();
    const run = runs.inTab(tabId);
    feed.post(run && composeRunView(run, checks.get, band));
  }

  /** Posts at once, and when something of the tab's run has changed: many checks change in a moment, and eyes are slower. */
  function keepPosted(feed: OpenFeed, tabId: number, post: () => Promise<void>): void {
    let isOpen = true;
    const changed = coalesce(
      async () => {
        await post();
        // A countdown is told by the second.
        if (isOpen && isPaused(runs.inTab(tabId))) setTimeout(changed, SECOND_MS);
      },
      POST_EVERY_MS,
      logFault,
    );
    const isOfTab = (run: PageRun | undefined) => run?.tabId === tabId;
    const stops = [
      runs.subscribe((run) => isOfTab(run) && changed()),
      checks.subscribe((check) => {
        if (check?.pageRun !== undefined && isOfTab(runs.get(check.pageRun))) changed();
      }),
    ];
    feed.onClose(() => {
      isOpen = false;
      for (const stop of stops) stop();
    });
    changed();
  }

  function isPaused(run: PageRun | undefined): boolean {
    const ids = run?.state === 'running' ? run.items.flatMap(({ checkId = [] }) => checkId) : [];
    return ids.some((id) => checks.get(id)?.progress?.pause !== undefined);
  }

  return (feed) => {
    const { name, sender } = feed;
    if (name === PAGE_RUN_FEED && sender.kind === 'panel') {
      const { tabId, frameId } = sender;
      keepPosted(feed, tabId, () => postToFrame(feed, tabId, frameId));
      // The page has gone: its script follows for as long as there is something to come.
      if (frameId === 0) feed.onClose(() => leave(tabId));
      return true;
    }
    if (!name.startsWith(TAB_RUN_FEED_PREFIX) || sender.kind !== 'extension-page') return false;
    const tabId = Number(name.slice(TAB_RUN_FEED_PREFIX.length));
    keepPosted(feed, tabId, () => postToPopup(feed, tabId));
    return true;
  };

  function leave(tabId: number): void {
    const run = runs.inTab(tabId);
    if (run) pageDesk.leave(run.id);
  }
}

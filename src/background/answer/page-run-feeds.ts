import { GESTURE_TRAVELS_IN_MESSAGES } from '../../core/browser/quirks.ts';
import type { InconclusiveBand } from '../../core/check/headline.ts';
import { translate } from '../../core/i18n.ts';
import type { FrameView, PageRunView } from '../../core/protocol/page-run-view.ts';
import { PAGE_RUN_FEED, TAB_RUN_FEED_PREFIX } from '../../core/protocol/protocol.ts';
import type { CheckStore } from '../check/check-store.ts';
import type { PageDesk } from '../page-run/page-desk.ts';
import { inconclusiveBand } from '../store/inconclusive-band.ts';
import { hasRunEnded, type PageRun } from '../store/page-run.ts';
import { composeAutomaticRunView } from '../words/compose-automatic-run-view.ts';
import { badgeComposer, isBadged } from '../words/compose-badges.ts';
import { composePageRunView } from '../words/compose-page-run-view.ts';
import { keepPosted } from './keep-posted.ts';
import type { OpenFeed, ServeFeed } from './serve-feeds.ts';
import { speaksForRun } from './speaks-for.ts';

const NOTHING: FrameView = { badges: [], hasEnded: true };

/** Serves the feeds of whole pages: badges and pill to their frames, how it stands to the popup. */
export function pageRunFeeds(pageDesk: PageDesk, checks: CheckStore): ServeFeed {
  const { runs } = pageDesk;
  const composeBadges = badgeComposer();

  async function ready() {
    await Promise.all([runs.load(), checks.load()]);
    return inconclusiveBand();
  }

  function viewOf(run: PageRun, band: InconclusiveBand): PageRunView {
    const compose = run.isAutomatic ? composeAutomaticRunView : composePageRunView;
    return compose(run, checks.get, band);
  }

  /** Gives whether that was the end: nothing is posted after it. */
  async function postToFrame(feed: OpenFeed, tabId: number, frameId: number): Promise<boolean> {
    const band = await ready();
    const run = runs.inTab(tabId);
    // A page that was left with a question, and has come back as it was, has none any more.
    const isTheirs = run && (frameId !== 0 || speaksForRun(feed.sender, run));
    const view: FrameView = !isTheirs
      ? NOTHING
      : {
          badges: run.isQuiet ? [] : composeBadges(run.items, frameId, checks.get, band),
          // What a file says may come after its verdict, and is on the badge.
          hasEnded: hasRunEnded(run) && !checks.ofRun(run.id).some(({ isReadingFile }) => isReadingFile),
          ...(frameId === 0 && {
            ...pillOf(run, viewOf(run, band)),
            hasBadgesElsewhere: run.items.some(
              (item) => item.frameId !== 0 && isBadged(checks.get(item.checkId ?? '')),
            ),
          }),
        };
    feed.post(view);
    return view.hasEnded;
  }

  /** A check that came to nothing while no popup was open does not greet the next, unless that is opened to say so. */
  function popupPoster(feed: OpenFeed, tabId: number): () => Promise<void> {
    let isFirst = true;
    let untold: string | undefined;
    return async () => {
      const band = await ready();
      const run = runs.inTab(tabId);
      if (isFirst && run && !run.isUntold && cameToNothing(run)) untold = run.id;
      isFirst = false;
      if (!run || run.id === untold) return feed.post(undefined);
      feed.post(viewOf(run, band));
      if (run.isUntold) runs.change(run.id, ({ isUntold: _, ...told }) => told);
    };
  }

  /** Posts at once, and when something of the tab's run has changed. */
  function follow(feed: OpenFeed, tabId: number, post: () => Promise<void>): void {
    const changed = keepPosted(feed, async () => {
      await post();
      return { isPaused: isPaused(runs.inTab(tabId)) };
    });
    const isOfTab = (run: PageRun | undefined) => run?.tabId === tabId;
    const stops = [
      runs.subscribe((run) => isOfTab(run) && changed()),
      checks.subscribe((some) => {
        const run = runs.inTab(tabId);
        if (run && some.some(({ pageRun }) => pageRun === run.id)) changed();
      }),
    ];
    feed.onClose(() => {
      for (const stop of stops) stop();
    });
  }

  function isPaused(run: PageRun | undefined): boolean {
    return run?.state === 'running' && checks.ofRun(run.id).some(({ progress }) => progress?.pause !== undefined);
  }

  return (feed) => {
    const { name, sender } = feed;
    if (name === PAGE_RUN_FEED && sender.kind === 'panel') {
      const { tabId, frameId } = sender;
      let isOver = false;
      follow(feed, tabId, async () => {
        if (!isOver) isOver = await postToFrame(feed, tabId, frameId);
      });
      // The page has gone: its script follows for as long as there is something to come.
      if (frameId === 0) feed.onClose(() => !isOver && leave(tabId));
      return true;
    }
    if (!name.startsWith(TAB_RUN_FEED_PREFIX) || sender.kind !== 'extension-page') return false;
    const tabId = Number(name.slice(TAB_RUN_FEED_PREFIX.length));
    follow(feed, tabId, popupPoster(feed, tabId));
    return true;
  };

  function leave(tabId: number): void {
    const run = runs.inTab(tabId);
    if (run) pageDesk.leave(run.id);
  }
}

/**
 * What stands at the foot of the page; it leads to the whole list, where the browser lets it. What nobody began is drawn only where it has
 * something to say, and in few words.
 */
function pillOf({ state, items }: PageRun, view: PageRunView): Pick<FrameView, 'pill'> {
  if (view.isAutomatic) return view.lines.length === 0 ? {} : { pill: view };
  const hasList = items.length > 0 && state !== 'counting' && state !== 'asking';
  if (!hasList || !GESTURE_TRAVELS_IN_MESSAGES) return { pill: view };
  const list = { words: translate('sidePanel'), action: 'open-side-panel' } as const;
  return { pill: { ...view, buttons: [...view.buttons, list] } };
}

/** It failed, or nothing was there to be checked. */
function cameToNothing(run: PageRun): boolean {
  return hasRunEnded(run) && (run.state === 'failed' || run.items.length === 0);
}

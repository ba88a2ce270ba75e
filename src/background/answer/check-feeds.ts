import type { CheckRecord } from '../../core/check/check-record.ts';
import { isLocalFile, type MediaReference } from '../../core/check/media-reference.ts';
import { logFault } from '../../core/log.ts';
import { CHECKS_FEED_PREFIX, TRIED_FEED_PREFIX } from '../../core/protocol/checks-feed.ts';
import { type PopupTab, tabOf } from '../../core/protocol/own-page-address.ts';
import { CHECK_FEED_PREFIX } from '../../core/protocol/protocol.ts';
import { onHistoryChanged } from '../../core/store/history-changes.ts';
import { whenNoSidePanel } from '../browser/side-panels.ts';
import type { CheckContext } from '../check/check-context.ts';
import type { CheckDesk } from '../check/check-desk.ts';
import { followedPanel } from '../check/check-panel.ts';
import { LISTED_CHECKS } from '../check/check-store.ts';
import { inconclusiveBand } from '../store/inconclusive-band.ts';
import { composeCheckRow } from '../words/compose-check-row.ts';
import { keepPosted } from './keep-posted.ts';
import type { ProvenSender } from './prove-sender.ts';
import type { OpenFeed, ServeFeed } from './serve-feeds.ts';
import { speaksFor } from './speaks-for.ts';

/** Serves the feeds: one check to its panel, the latest checks to the popup. */
export function checkFeeds(context: CheckContext, desk: CheckDesk): ServeFeed {
  const { store } = context;

  function followCheck(feed: OpenFeed, id: string): void {
    const changed = keepPosted(feed, async () => {
      await store.load();
      const view = await followedPanel(context, id, {
        maySee: ({ media }) => speaksFor(feed.sender, media),
        isInPage: feed.sender.kind === 'panel',
      });
      if (view) feed.post(view);
      const pause = store.get(id)?.progress?.pause ?? context.measuring.get(id)?.pause;
      return { isPaused: view !== undefined && pause !== undefined };
    });
    const stop = store.subscribe((some) => {
      if (some.some((check) => check.id === id)) changed();
    });
    feed.onClose(() => {
      stop();
      leave(feed, id);
    });
  }

  /** The checks of the popup's own page come first. Those of private windows are told popups of such alone, which are told no others. */
  function followLatest(feed: OpenFeed, { tabId, isPrivate }: PopupTab): void {
    const earlier = earlierChecks(context);
    const maySee = ({ media }: CheckRecord) => media.isPrivate === isPrivate;
    const isElsewhere = ({ media }: CheckRecord) => isLocalFile(media) || media.tabId !== tabId;
    const changed = keepPosted(feed, async () => {
      await store.load();
      const band = await inconclusiveBand();
      const isShort = !isPrivate && store.latest(maySee, LISTED_CHECKS).length < LISTED_CHECKS;
      const kept = isShort ? await earlier.get() : [];
      const here = tabId === undefined ? [] : store.ofTab(tabId).filter(maySee);
      const current = [
        ...here,
        ...store.latest((check) => maySee(check) && isElsewhere(check), LISTED_CHECKS - here.length),
      ];
      const rows = [
        ...current.slice(0, LISTED_CHECKS).map((check) => composeCheckRow(check, band, true)),
        ...kept.filter(({ id }) => !store.get(id)).map((check) => composeCheckRow(check, band, false)),
      ];
      feed.post(rows.slice(0, LISTED_CHECKS));
      return { isPaused: false };
    });
    const stops = [
      store.subscribe(changed),
      onHistoryChanged(({ putAt }) => {
        if (putAt !== undefined) return; // A check of this session, which the store has told of.
        earlier.forget();
        changed();
      }),
    ];
    feed.onClose(() => {
      for (const stop of stops) stop();
    });
  }

  function followTried(feed: OpenFeed, tabId: number): void {
    const changed = keepPosted(feed, async () => {
      await store.load();
      feed.post(store.ofTab(tabId).length > 0);
      return { isPaused: false };
    });
    feed.onClose(store.subscribe(changed));
  }

  /**
   * A question whose panel (or popup) was closed, or whose page has gone, is answered with no: nothing may be sent later by surprise.
   * A check that runs goes on without a panel. So does a question that a side panel shows, for as long as that does: a page that
   * removes or hides the panel cannot answer it.
   */
  function leave(feed: OpenFeed, id: string): void {
    const check = store.get(id);
    if (check?.state !== 'asking' || !isViewer(feed.sender, check.media)) return;
    const end = () => {
      if (store.get(id)?.state === 'asking') desk.cancel(id);
    };
    if (isLocalFile(check.media)) end();
    else whenNoSidePanel(check.media.tabId, end);
  }

  return (feed) => {
    const { name, sender } = feed;
    const isOwn = sender.kind === 'extension-page';
    if (isOwn && name.startsWith(CHECKS_FEED_PREFIX)) followLatest(feed, tabOf(name.slice(CHECKS_FEED_PREFIX.length)));
    else if (isOwn && name.startsWith(TRIED_FEED_PREFIX))
      followTried(feed, Number(name.slice(TRIED_FEED_PREFIX.length)));
    else if (name.startsWith(CHECK_FEED_PREFIX)) followCheck(feed, name.slice(CHECK_FEED_PREFIX.length));
    else return false;
    return true;
  };
}

/** The latest of the history, which are read once, and again only after they were forgotten. */
function earlierChecks({ history }: CheckContext) {
  let reading: Promise<readonly CheckRecord[]> | undefined;
  return {
    get(): Promise<readonly CheckRecord[]> {
      reading ??= history.latest(LISTED_CHECKS).catch((error: unknown) => {
        logFault(error);
        return []; // What is under way is shown without what was before.
      });
      return reading;
    },
    forget(): void {
      reading = undefined;
    },
  };
}

/** Whether this is the one place that shows a check: its tab's panel; for a file, the popup. */
function isViewer(sender: ProvenSender, media: MediaReference): boolean {
  return sender.kind === 'panel' ? speaksFor(sender, media) : isLocalFile(media);
}

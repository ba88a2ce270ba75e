import { isLocalFile, type MediaReference } from '../../core/check/media-reference.ts';
import { logFault } from '../../core/log.ts';
import type { CheckRow } from '../../core/protocol/check-row.ts';
import { popupOfFeed } from '../../core/protocol/checks-feed.ts';
import type { PopupTab } from '../../core/protocol/own-page-address.ts';
import { CHECK_FEED_PREFIX } from '../../core/protocol/protocol.ts';
import { inconclusiveBand } from '../../core/store/settings-item.ts';
import type { CheckContext } from '../check/check-context.ts';
import type { CheckDesk } from '../check/check-desk.ts';
import { followedPanel } from '../check/check-panel.ts';
import { composeCheckRow } from '../words/compose-check-row.ts';
import type { ProvenSender } from './prove-sender.ts';
import type { OpenFeed, ServeFeed } from './serve-feeds.ts';
import { speaksFor } from './speaks-for.ts';

const SECOND_MS = 1_000;

/** Checks in the popup's list. */
const LISTED = 8;

/** Serves the feeds: one check to its panel, the latest checks to the popup. */
export function checkFeeds({ store, history, manifests }: CheckContext, desk: CheckDesk): ServeFeed {
  async function postCheck(feed: OpenFeed, id: string): Promise<void> {
    await store.load();
    const view = await followedPanel(() => {
      const check = store.get(id);
      return check && speaksFor(feed.sender, check.media) ? { check, manifest: manifests.get(id) } : undefined;
    });
    if (!view) return;
    feed.post(view);
    // A countdown is told by the second.
    if (store.get(id)?.progress?.pause) setTimeout(() => void postCheck(feed, id).catch(logFault), SECOND_MS);
  }

  /** The checks of the popup's own page come first; those of private windows to popups of such alone. */
  async function postLatest(feed: OpenFeed, { tabId, isPrivate }: PopupTab): Promise<void> {
    await store.load();
    const band = await inconclusiveBand();
    const kept = await history.latest(LISTED + store.list().length);
    const current = store.list().filter(({ media }) => isPrivate || !media.isPrivate);
    const known = new Set(current.map((check) => check.id));
    const earlier = kept.filter((check) => !known.has(check.id));
    const rows = [
      ...current.map((check) => composeCheckRow(check, band, true)),
      ...earlier.map((check) => composeCheckRow(check, band, false)),
    ];
    const isHere = (row: CheckRow) => tabId !== undefined && row.tabId === tabId;
    feed.post([...rows.filter(isHere), ...rows.filter((row) => !isHere(row))].slice(0, LISTED));
  }

  return (feed) => {
    const post = postFor(feed);
    if (!post) return false;
    void post().catch(logFault);
    const stop = store.subscribe(() => void post().catch(logFault));
    feed.onClose(() => {
      stop();
      if (feed.name.startsWith(CHECK_FEED_PREFIX)) leave(feed, feed.name.slice(CHECK_FEED_PREFIX.length));
    });
    return true;
  };

  /**
   * A question whose panel (or popup) was closed, or whose page has gone, is answered with no: nothing may be sent later by surprise.
   * A check that runs goes on without a panel.
   */
  function leave(feed: OpenFeed, id: string): void {
    const check = store.get(id);
    if (check?.state === 'asking' && isViewer(feed.sender, check.media)) desk.cancel(id);
  }

  function postFor(feed: OpenFeed): (() => Promise<void>) | undefined {
    const popup = feed.sender.kind === 'extension-page' ? popupOfFeed(feed.name) : undefined;
    if (popup) return () => postLatest(feed, popup);
    if (!feed.name.startsWith(CHECK_FEED_PREFIX)) return undefined;
    return () => postCheck(feed, feed.name.slice(CHECK_FEED_PREFIX.length));
  }
}

/** Whether this is the one place that shows a check: its tab's panel; for a file, the popup. */
function isViewer(sender: ProvenSender, media: MediaReference): boolean {
  return sender.kind === 'panel' ? speaksFor(sender, media) : isLocalFile(media);
}

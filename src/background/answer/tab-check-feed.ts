import type { CheckRecord } from '../../core/check/check-record.ts';
import type { InconclusiveBand } from '../../core/check/headline.ts';
import { TAB_CHECKS_FEED_PREFIX, type TabChecks } from '../../core/protocol/checks-feed.ts';
import { sidePanelOpened, takeWanted } from '../browser/side-panels.ts';
import type { CheckStore } from '../check/check-store.ts';
import type { PageRunStore } from '../page-run/page-run-store.ts';
import { inconclusiveBand } from '../store/inconclusive-band.ts';
import type { PageItem } from '../store/page-run.ts';
import { composeTabCheckRow } from '../words/compose-tab-check-row.ts';
import { keepPosted } from './keep-posted.ts';
import type { OpenFeed, ServeFeed } from './serve-feeds.ts';

/** So many are told of first, in the order of their page: more than any side panel has room for. The others come behind them. */
const TOLD_FIRST = 100;

/**
 * Serves the list of all that was checked in a tab to the side panel: the whole of it once, and from then on what has changed. So a
 * change costs the same however long the list is.
 */
export function tabCheckFeed(checks: CheckStore, runs: PageRunStore): ServeFeed {
  function follow(feed: OpenFeed, tabId: number): void {
    /** What has changed since it was told; undefined: nothing was told yet. */
    let untold: Set<string> | undefined;
    let toldBand: InconclusiveBand | undefined;
    /** Of those that wait, the seconds are counted down. */
    let paused: readonly string[] = [];
    let items: readonly PageItem[] = [];
    let places: ReadonlyMap<string, number> = new Map();

    /** A check that has another place in its page's run is told of again. */
    function lookAtRun(): void {
      const now = runs.inTab(tabId)?.items ?? [];
      if (now === items) return;
      const before = places;
      items = now;
      places = placesOf(now);
      for (const id of new Set([...before.keys(), ...places.keys()])) {
        if (before.get(id) !== places.get(id)) untold?.add(id);
      }
    }

    /** As the side panel has them at first: what is no part of the page's run before what is. */
    function inPlace(some: readonly CheckRecord[]): readonly CheckRecord[] {
      return some.toSorted((one, other) => (places.get(one.id) ?? -1) - (places.get(other.id) ?? -1));
    }

    const changed = keepPosted(feed, async () => {
      await Promise.all([runs.load(), checks.load()]);
      const band = await inconclusiveBand();
      lookAtRun();
      for (const id of paused) untold?.add(id);
      const isWhole = !untold || toldBand?.low !== band.low || toldBand.high !== band.high;
      const all = isWhole ? inPlace(checks.ofTab(tabId)) : [...(untold ?? [])].flatMap((id) => checks.get(id) ?? []);
      const told = isWhole ? all.slice(0, TOLD_FIRST) : all;
      const opened = takeWanted(tabId);
      const state: TabChecks = {
        isWhole,
        rows: told.map((check) => composeTabCheckRow(check, band, places.get(check.id))),
        gone: isWhole ? [] : [...(untold ?? [])].filter((id) => !checks.get(id)),
        ...(opened !== undefined && { opened }),
      };
      toldBand = band;
      untold = new Set(all.slice(told.length).map(({ id }) => id));
      feed.post(state);
      if (untold.size > 0) changed();
      paused = told.flatMap(({ id, progress }) => (progress?.pause ? id : []));
      return { isPaused: paused.length > 0 };
    });
    const stops = [
      sidePanelOpened(tabId, changed),
      runs.subscribe((run) => run.tabId === tabId && changed()),
      checks.subscribe((some) => {
        const here = some.filter(({ media }) => 'tabId' in media && media.tabId === tabId);
        for (const { id } of here) untold?.add(id);
        if (here.length > 0) changed();
      }),
    ];
    feed.onClose(() => {
      for (const stop of stops) stop();
    });
  }

  return (feed) => {
    const { name, sender } = feed;
    if (sender.kind !== 'extension-page' || !name.startsWith(TAB_CHECKS_FEED_PREFIX)) return false;
    follow(feed, Number(name.slice(TAB_CHECKS_FEED_PREFIX.length)));
    return true;
  };
}

/** Where in the order of their page checks are. */
function placesOf(items: readonly PageItem[]): ReadonlyMap<string, number> {
  return new Map(items.flatMap(({ checkId }, place) => (checkId === undefined ? [] : [[checkId, place]])));
}

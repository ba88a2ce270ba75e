import { browser } from '../../core/browser/browser.ts';
import { isLocalFile } from '../../core/check/media-reference.ts';
import type { CheckStore } from '../check/check-store.ts';
import { hasRunEnded } from '../store/page-run.ts';
import type { PageRunStore } from './page-run-store.ts';

/** Checks that were made with the earlier pages of all tabs and stay in their lists, the latest of them. */
const KEPT_OF_EARLIER_PAGES = 200;

/**
 * Leaves to the history what was checked on pages whose tab has closed, the checks of media that were checked anew in their tab, and all
 * but the latest of a tab's earlier pages: a background that starts reads all that is left in the session. Done when there is something
 * to be done anyway; a listener would wake the background at each tab that closes.
 */
export async function leaveGonePages(runs: PageRunStore, checks: CheckStore): Promise<void> {
  const open = new Set((await browser.tabs.query({})).map(({ id }) => id));
  for (const run of runs.list()) if (hasRunEnded(run) && !open.has(run.tabId)) runs.remove(run.id);
  const badged = new Set(runs.list().flatMap(({ items }) => items.map(({ checkId }) => checkId)));
  const judged = new Set<string>();
  const listed = checks.latest(({ media, state, part }) => {
    if (isLocalFile(media) || !open.has(media.tabId)) return false;
    if (part || media.url === undefined) return true;
    const place = [media.tabId, media.pageUrl, media.frameUrl, media.url].join(' ');
    const isLatest = !judged.has(place);
    if (state === 'done') judged.add(place);
    return isLatest;
  });
  const ofEarlierPages = listed.filter(({ id, pageRun }) => pageRun !== undefined && !badged.has(id));
  const shown = new Set([...badged, ...ofEarlierPages.slice(0, KEPT_OF_EARLIER_PAGES).map(({ id }) => id)]);
  checks.leaveToHistory(({ id }) => shown.has(id));
}

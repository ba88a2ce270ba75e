import { browser } from '../../core/browser/browser.ts';
import type { CheckStore } from '../check/check-store.ts';
import { hasRunEnded } from '../store/page-run.ts';
import type { PageRunStore } from './page-run-store.ts';

/**
 * Leaves to the history what was checked on pages whose tab has closed, or whose check was made anew: a background that starts
 * reads all that is left in the session. Done when there is something to be done anyway; a listener would wake the background
 * at each tab that closes.
 */
export async function leaveGonePages(runs: PageRunStore, checks: CheckStore): Promise<void> {
  const open = new Set((await browser.tabs.query({})).map(({ id }) => id));
  for (const run of runs.list()) if (hasRunEnded(run) && !open.has(run.tabId)) runs.remove(run.id);
  const badged = new Set(runs.list().flatMap(({ items }) => items.map(({ checkId }) => checkId)));
  checks.leaveToHistory(({ id }) => badged.has(id));
}

import { hasEnded } from '../../src/check/check-record.ts';
import type { CheckStore } from '../../src/check/check-store.ts';
import { headlineOf } from '../../src/check/headline.ts';
import type { PageRun } from '../../src/check/page-run.ts';
import { logFault } from '../../src/log.ts';
import { setBadge } from '../../src/platform/badge.ts';
import { inconclusiveBand } from '../../src/storage/settings-item.ts';
import type { PageChecks } from './page-checks.ts';

/** The badge has room for about four characters. */
const MOST_SHOWN = 999;

/**
 * Keeps the toolbar button's badge on how a page's check stands: how many are to go, then how many are likely AI-generated.
 */
export function keepBadge({ runs }: PageChecks, checks: CheckStore): void {
  const shown = new Map<number, string>();

  async function update(run: PageRun): Promise<void> {
    const band = await inconclusiveBand();
    const now = runs.get(run.id);
    const mine = (now?.items ?? []).flatMap(({ checkId }) =>
      checkId === undefined ? [] : (checks.get(checkId) ?? []),
    );
    const isRunning = now?.state === 'running';
    const toGo = (now?.items ?? []).filter(({ standing }) => standing === 'to-check').length;
    const done = mine.filter((check) => check.pageRun === run.id && hasEnded(check.state)).length;
    const likelyAi = mine.filter(({ verdict }) => verdict && headlineOf(verdict, band) === 'likely-ai').length;
    const count = isRunning ? toGo - done : now?.state === 'done' ? likelyAi : 0;
    const text = count === 0 ? '' : String(Math.min(count, MOST_SHOWN));
    const tone = isRunning ? 'running' : 'likely-ai';
    if (shown.get(run.tabId) === text + tone) return;
    shown.set(run.tabId, text + tone);
    await setBadge(run.tabId, text, tone);
  }

  runs.subscribe((run) => void update(run).catch(logFault));
  checks.subscribe((check) => {
    const run = check?.pageRun === undefined ? undefined : runs.get(check.pageRun);
    if (run) void update(run).catch(logFault);
  });
}

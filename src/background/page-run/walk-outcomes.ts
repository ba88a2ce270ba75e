import type { PageRunOutcome } from '../../core/protocol/to-background.ts';
import { openResults } from '../browser/own-pages.ts';
import type { CheckStore } from '../check/check-store.ts';
import { goToBadge } from '../page-link/page-check-link.ts';
import { inconclusiveBand } from '../store/inconclusive-band.ts';
import type { PageRun } from '../store/page-run.ts';
import { runOutcome } from '../words/page-run-counts.ts';

/** Leads from one to the next of a page's media that came to the same, and from the last to the first. */
export function outcomeWalk(checks: CheckStore) {
  /** The check it led to last. */
  let last: string | undefined;

  return async ({ tabId, items }: PageRun, outcome: PageRunOutcome): Promise<void> => {
    const band = await inconclusiveBand();
    const those = items.flatMap(({ key, frameId, checkId }) => {
      const check = checkId === undefined ? undefined : checks.get(checkId);
      return check && runOutcome(check, band) === outcome ? [{ key, frameId, checkId: check.id }] : [];
    });
    const next = those.findIndex(({ checkId }) => checkId === last) + 1;
    const inTurn = [...those.slice(next), ...those.slice(0, next)];
    for (const { key, frameId, checkId } of inTurn) {
      last = checkId;
      if (await goToBadge({ tabId, frameId }, key)) return;
    }
    const gone = inTurn[0];
    if (gone) await openResults({ checkId: gone.checkId }); // None is in the page any more.
  };
}

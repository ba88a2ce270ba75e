import type { TabCheckRow } from '../../core/protocol/checks-feed.ts';

/** In which order the list is. */
export type ListSort = 'position' | 'likelihood';

/** What of the list is shown. */
export type ListFilter = 'all' | 'likely-ai' | 'inconclusive' | 'failed' | 'credentials' | 'disputed';

const PASSES: Readonly<Record<ListFilter, (row: TabCheckRow) => boolean>> = {
  all: () => true,
  'likely-ai': ({ tone }) => tone === 'likely-ai',
  inconclusive: ({ tone }) => tone === 'inconclusive',
  failed: ({ tone }) => tone === 'failed',
  credentials: ({ fileSays }) => fileSays !== undefined && fileSays.kind !== 'noted-as-ai',
  disputed: ({ isDisputed = false }) => isDisputed,
};

/** Where what has a verdict without a number is among the numbers; a question comes before all of them. */
const RANKS: Partial<Record<TabCheckRow['tone'], number>> = { 'likely-ai': 1, inconclusive: 0.5, 'likely-not-ai': 0 };
const QUESTION_RANK = 2;
const NO_VERDICT_RANK = -1;

/** The rows that pass, in their order. What was checked by itself is before what belongs to the page's run, the latest first. */
export function listedRows(rows: Iterable<TabCheckRow>, sort: ListSort, filter: ListFilter): readonly TabCheckRow[] {
  const passing = Array.from(rows).filter(PASSES[filter]);
  return passing.sort((one, other) => (sort === 'likelihood' && rankOf(other) - rankOf(one)) || byPosition(one, other));
}

function rankOf({ isAsking, likelihood, tone }: TabCheckRow): number {
  return isAsking ? QUESTION_RANK : (likelihood ?? RANKS[tone] ?? NO_VERDICT_RANK);
}

function byPosition(one: TabCheckRow, other: TabCheckRow): number {
  return (one.position ?? -1) - (other.position ?? -1) || other.startedAt - one.startedAt;
}

/** Whether somebody should look at it: nothing was decided, it failed, or it waits for an answer. */
function isUnsure({ tone, isAsking }: TabCheckRow): boolean {
  return isAsking || tone === 'inconclusive' || tone === 'failed';
}

/** The next that is unsure after an entry, and after the last the first; undefined where there is none. */
export function nextUnsure(rows: readonly TabCheckRow[], after: string | undefined): TabCheckRow | undefined {
  const next = rows.findIndex(({ checkId }) => checkId === after) + 1;
  return [...rows.slice(next), ...rows.slice(0, next)].find(isUnsure);
}

/** The entry so many places further, at most the last or the first; the first where none is chosen yet. */
export function entryBeside(
  rows: readonly TabCheckRow[],
  from: string | undefined,
  steps: 1 | -1,
): TabCheckRow | undefined {
  const at = rows.findIndex(({ checkId }) => checkId === from);
  return at < 0 ? rows[0] : rows[Math.min(Math.max(at + steps, 0), rows.length - 1)];
}

import type { TabCheckRow } from '../../core/protocol/checks-feed.ts';

/** In which order the list is. */
export type ListSort = 'position' | 'likelihood';

/** What of the list is shown. */
export type ListFilter = 'all' | 'likely-ai' | 'inconclusive' | 'failed' | 'credentials' | 'disputed';

/** What the user wants to see of the list, and how. */
export interface ListChoice {
  readonly sort: ListSort;
  readonly filter: ListFilter;
}

const PASSES: Readonly<Record<ListFilter, (row: TabCheckRow) => boolean>> = {
  all: () => true,
  'likely-ai': ({ tone }) => tone === 'likely-ai',
  inconclusive: ({ tone }) => tone === 'inconclusive',
  failed: isUnchecked,
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

/** Whether it came to nothing: it failed, was cancelled, or waits for a click. */
function isUnchecked({ tone }: TabCheckRow): boolean {
  return tone === 'failed' || tone === 'no-verdict';
}

/** Whether somebody should look at it: nothing was decided, it came to nothing, or it waits for an answer. */
function isUnsure(row: TabCheckRow): boolean {
  return row.isAsking || row.tone === 'inconclusive' || isUnchecked(row);
}

/** Where somebody is in the list: at an entry, or where one was that has left it; at its beginning where none was chosen. */
export interface ListPlace {
  readonly index: number;
  readonly isEntry: boolean;
}

/** The next that is unsure from there, and after the last the first; undefined where there is none. */
export function nextUnsure(rows: readonly TabCheckRow[], { index, isEntry }: ListPlace): TabCheckRow | undefined {
  const next = isEntry ? index + 1 : index;
  return [...rows.slice(next), ...rows.slice(0, next)].find(isUnsure);
}

/** The next entry or the one before, at most the last or the first. Where one has left the list, the next has taken its place. */
export function entryBeside(
  rows: readonly TabCheckRow[],
  { index, isEntry }: ListPlace,
  steps: 1 | -1,
): TabCheckRow | undefined {
  const wanted = !isEntry && steps > 0 ? index : index + steps;
  return rows[Math.min(Math.max(wanted, 0), rows.length - 1)];
}

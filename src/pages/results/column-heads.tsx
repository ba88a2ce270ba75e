import type { JSX } from 'preact';
import { type MessageKey, translate } from '../../core/i18n.ts';
import type { ResultSort, SortKey } from './result-sort.ts';
import './column-heads.css';

const COLUMNS: readonly (readonly [name: string, words: MessageKey, sorts?: SortKey])[] = [
  ['tick', 'selectResult'],
  ['picture', 'columnPicture'],
  ['verdict', 'columnVerdict', 'verdict'],
  ['likelihood', 'columnLikelihood', 'likelihood'],
  ['page', 'columnPage'],
  ['media', 'columnMedia'],
  ['when', 'columnWhen', 'when'],
  ['how', 'detailMethod'],
  ['row-actions', 'columnActions'],
];

export const COLUMN_COUNT = COLUMNS.length;

interface ColumnHeadsProps {
  readonly sort: ResultSort;
  readonly onSort: (sort: ResultSort) => void;
}

/** The heads of the columns; some sort the results, and the other way round when pressed again. */
export function ColumnHeads({ sort, onSort }: ColumnHeadsProps): JSX.Element {
  return (
    <tr aria-rowindex={1}>
      {COLUMNS.map(([name, words, by]) => {
        const isSorted = by !== undefined && by === sort.by;
        return (
          <th key={name} class={name} aria-sort={isSorted ? (sort.isReversed ? 'ascending' : 'descending') : undefined}>
            {by === undefined ? (
              <span>{translate(words)}</span>
            ) : (
              <button
                type="button"
                class="plain"
                onClick={() => onSort({ by, isReversed: isSorted && !sort.isReversed })}
              >
                <span>{translate(words)}</span>
                <span class="arrow" aria-hidden="true">
                  {isSorted ? (sort.isReversed ? ' ▲' : ' ▼') : ''}
                </span>
              </button>
            )}
          </th>
        );
      })}
    </tr>
  );
}

import type { JSX } from 'preact';
import { language, translate, translateCount } from '../../core/i18n.ts';
import { AddressText } from './address-text.tsx';
import type { ListEntry } from './list-entries.ts';
import './group-heading.css';

interface GroupHeadingProps {
  readonly entry: Exclude<ListEntry, { kind: 'result' }>;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Of the table. */
  readonly columnCount: number;
}

/** The heading of a day's results, or of those from one page. */
export function GroupHeading({ entry, now, columnCount }: GroupHeadingProps): JSX.Element {
  if (entry.kind === 'day') {
    return (
      <th colSpan={columnCount} scope="rowgroup">
        {dayHeading(entry.startedAt, now)}
      </th>
    );
  }
  const { page, toOpen, count } = entry;
  return (
    <th colSpan={columnCount} scope="rowgroup">
      {page === undefined ? (
        <span class="address">{translate('localFiles')}</span>
      ) : toOpen === undefined ? (
        <AddressText address={page} />
      ) : (
        // The keyboard opens it from the result itself: a stop at each heading would be many.
        <a href={toOpen} target="_blank" rel="noreferrer" tabIndex={-1}>
          <AddressText address={page} />
        </a>
      )}
      <span class="quiet">{translateCount('resultCount', count)}</span>
    </th>
  );
}

/** "Today", "Yesterday", or the day with its date. In epoch milliseconds. */
export function dayHeading(startedAt: number, now: number): string {
  const midnight = (moment: number) => new Date(moment).setHours(0, 0, 0, 0);
  const days = Math.round((midnight(startedAt) - midnight(now)) / 86_400_000); // One of them may have 23 hours.
  const words =
    days === 0 || days === -1
      ? new Intl.RelativeTimeFormat(language(), { numeric: 'auto' }).format(days, 'day')
      : new Intl.DateTimeFormat(language(), { dateStyle: 'full' }).format(startedAt);
  return words.charAt(0).toLocaleUpperCase(language()) + words.slice(1);
}

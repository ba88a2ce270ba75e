import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { translate } from '../../core/i18n.ts';
import { COLUMN_COUNT, ColumnHeads } from './column-heads.tsx';
import { GroupHeading } from './group-heading.tsx';
import { keyTarget } from './key-target.ts';
import { type ListEntry, listEntries, startsOf } from './list-entries.ts';
import { ResultRow, type RowSurroundings, UnreadableRow } from './result-row.tsx';
import type { ResultSort } from './result-sort.ts';
import type { ResultOrder } from './use-result-ids.ts';
import { useResultRows } from './use-result-rows.ts';
import { useRowLayout } from './use-row-layout.ts';
import { useScrollAnchor } from './use-scroll-anchor.ts';
import type { Selection } from './use-selection.ts';
import { useWindowList } from './use-window-list.ts';
import './result-table.css';
import './row-layout.css';

/** "2 min ago" is true for half a minute more. */
const LOOK_AGAIN_MS = 30_000;

/** What does something of its own when it is clicked. */
const HAS_OWN_CLICK = 'a, input, label, button:not(.plain)';

interface ResultTableProps extends Omit<RowSurroundings, 'version'> {
  readonly order: ResultOrder;
  readonly selection: Selection;
  readonly onSort: (sort: ResultSort) => void;
}

/**
 * The table of results. Of however many there are, those in view are read and drawn; the roles tell screen readers of the
 * others. The arrow keys, Page Up and Down, Home and End go from row to row; Enter or a click opens it, Space selects it, Tab
 * reaches what is in it.
 */
export function ResultTable({ order, list, band, actions, selection, onSort }: ResultTableProps): JSX.Element {
  const { ids, sort, isPartial, first, version } = order;
  const body = useRef<HTMLTableSectionElement>(null);
  const head = useRef<HTMLTableSectionElement>(null);
  const [activeId, setActiveId] = useState<string>();
  /** The same at once, for a key that comes before the next drawing. */
  const latestId = useRef<string | undefined>(undefined);
  const [isFocusWanted, setFocusWanted] = useState(false);
  const [place, setPlace] = useState({ top: 0, coveredHeight: 0 });
  const now = useNow();
  const isGrouped = sort.by === 'when';
  const { layout, probe } = useRowLayout(isGrouped);
  const { name: layoutName, height: rowHeight, headings, textScale } = layout;
  const entries = useMemo(
    () => listEntries(order.ids, order.sort.by === 'when' ? list.places : undefined), // Each order may know more of them.
    [order, list],
  );
  const starts = useMemo(
    () => startsOf(entries, ({ kind }) => (kind === 'result' ? rowHeight : headings[kind])),
    [entries, rowHeight, headings],
  );
  const entryOf = useMemo(() => entries.flatMap(({ kind }, at) => (kind === 'result' ? [at] : [])), [entries]);
  const known = activeId === undefined ? -1 : ids.indexOf(activeId);
  const activeIndex = Math.max(known, 0);
  const entriesInView = useWindowList({ starts, ...place, keptIndex: known < 0 ? undefined : entryOf[known] });
  const items = entriesInView.getVirtualItems().flatMap(({ index }) => {
    const entry = entries[index];
    return entry ? [{ entry, at: index }] : [];
  });
  const rows = useResultRows(
    list,
    items.flatMap(({ entry }) => (entry.kind === 'result' ? (ids[entry.index] ?? []) : [])),
    version,
  );

  useLayoutEffect(() => {
    const top = Math.round((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    const coveredHeight = head.current?.offsetHeight ?? 0;
    if (top !== place.top || coveredHeight !== place.coveredHeight) setPlace({ top, coveredHeight });
  });
  useScrollAnchor(ids, entries, starts, place.top - place.coveredHeight);
  useLayoutEffect(() => {
    const row = isFocusWanted && body.current?.querySelector<HTMLElement>(`[data-index="${activeIndex}"]`);
    if (!row) return; // It is drawn once the window has come there.
    row.focus({ preventScroll: true });
    setFocusWanted(false);
  });

  function activate(id: string | undefined): void {
    latestId.current = id;
    setActiveId(id);
  }

  /** The row below takes the place of the one that goes, also for the keyboard. */
  function remove(id: string): void {
    const at = ids.indexOf(id);
    activate(ids[at + 1] ?? ids[at - 1]);
    setFocusWanted(true);
    actions.remove(id);
  }
  const inRow = { ...actions, remove };

  function open(id: string): void {
    // One that is not read yet is read by what opens it.
    const isUnreadable = rows.has(id) && !rows.get(id);
    if (!isUnreadable) actions.open(id);
  }

  function onClick(event: Event): void {
    const id = ids[opensRow(event) ?? -1];
    if (id !== undefined) open(id);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const isOnRow = event.target instanceof HTMLElement && event.target.dataset.index !== undefined;
    const id = latestId.current;
    if (isOnRow && id !== undefined && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      if (event.key === 'Enter') open(id);
      else selection.toggle(id, event.shiftKey);
      return;
    }
    const page = Math.max(1, Math.floor((window.innerHeight - place.coveredHeight) / rowHeight) - 1);
    const target = keyTarget(event, {
      at: Math.max(id === undefined ? -1 : ids.indexOf(id), 0),
      count: ids.length,
      page,
    });
    if (target === undefined) return;
    event.preventDefault();
    activate(ids[target]);
    setFocusWanted(true);
    entriesInView.scrollToIndex(entryOf[target] ?? 0);
  }

  function drawn(entry: ListEntry, at: number): JSX.Element | null {
    const placed = {
      'aria-rowindex': at + 2,
      style: {
        height: `${(starts[at + 1] ?? 0) - (starts[at] ?? 0)}px`,
        transform: `translateY(${starts[at] ?? 0}px)`,
      },
    };
    if (entry.kind !== 'result') {
      return (
        <tr key={`heading ${at}`} class={`heading heading-${entry.kind}`} {...placed}>
          <GroupHeading entry={entry} now={now} columnCount={COLUMN_COUNT} />
        </tr>
      );
    }
    const { index } = entry;
    const id = ids[index];
    if (id === undefined) return null;
    const check = rows.get(id) ?? first.get(id);
    const isActive = index === activeIndex;
    return (
      <tr
        key={id}
        data-index={index}
        tabIndex={isActive ? 0 : -1}
        aria-selected={selection.has(id)}
        onFocusCapture={() => activate(id)}
        {...placed}
      >
        <td class="tick">
          <label>
            <input
              type="checkbox"
              aria-label={translate('selectResult')}
              checked={selection.has(id)}
              tabIndex={isActive ? 0 : -1}
              onClick={(event) => selection.toggle(id, event.shiftKey)}
            />
          </label>
        </td>
        {check ? (
          <ResultRow {...{ check, now, list, band, version, isActive }} actions={inRow} />
        ) : (
          rows.has(id) && <UnreadableRow id={id} actions={inRow} />
        )}
      </tr>
    );
  }

  return (
    <>
      <span ref={probe} class="text-probe" aria-hidden="true">
        0
      </span>
      <table
        class={`${layoutName} ${isGrouped ? 'grouped' : ''}`}
        style={{ '--text-scale': `${textScale}` }}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows out of view are not there, and it has keys.
        role="grid"
        aria-label={translate('resultsTitle')}
        aria-rowcount={isPartial ? -1 : entries.length + 1}
        aria-multiselectable="true"
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <thead ref={head}>
          <ColumnHeads sort={sort} onSort={onSort} />
        </thead>
        <tbody ref={body} style={{ height: `${starts.at(-1) ?? 0}px` }}>
          {items.map(({ entry, at }) => drawn(entry, at))}
        </tbody>
      </table>
    </>
  );
}

/** The index of the row that a click opens: anywhere in it, but for its controls, and not where it ends the selection of text. */
function opensRow({ target }: Event): number | undefined {
  if (!(target instanceof Element) || target.closest(HAS_OWN_CLICK)) return undefined;
  const row = target.closest<HTMLElement>('[data-index]');
  const selection = getSelection();
  const hasSelected = selection !== null && !selection.isCollapsed && row !== null && selection.containsNode(row, true);
  return row && !hasSelected ? Number(row.dataset.index) : undefined;
}

/** The time, looked at now and then. Epoch milliseconds. */
function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type MessageKey, translate } from '../../core/i18n.ts';
import { keyTarget } from './key-target.ts';
import { ResultRow, type RowSurroundings, UnreadableRow } from './result-row.tsx';
import type { ResultOrder } from './use-result-ids.ts';
import { useResultRows } from './use-result-rows.ts';
import { useRowLayout } from './use-row-layout.ts';
import { useWindowList } from './use-window-list.ts';

const COLUMNS: readonly (readonly [name: string, words: MessageKey])[] = [
  ['picture', 'columnPicture'],
  ['verdict', 'columnVerdict'],
  ['likelihood', 'columnLikelihood'],
  ['page', 'columnPage'],
  ['media', 'columnMedia'],
  ['when', 'columnWhen'],
  ['how', 'detailMethod'],
  ['row-actions', 'columnActions'],
];

interface ResultTableProps extends Omit<RowSurroundings, 'version'> {
  readonly order: ResultOrder;
}

/**
 * The table of results. Of however many there are, those in view are read and drawn; the roles tell screen readers of the
 * others. The arrow keys, Page Up and Down, Home and End go from row to row; Tab reaches what is in the row, Enter opens it.
 */
export function ResultTable({ order, list, band, actions }: ResultTableProps): JSX.Element {
  const { ids, isPartial, first, version } = order;
  const body = useRef<HTMLTableSectionElement>(null);
  const head = useRef<HTMLTableSectionElement>(null);
  const [activeId, setActiveId] = useState<string>();
  /** The same at once, for a key that comes before the next drawing. */
  const latestId = useRef<string | undefined>(undefined);
  const [isFocusWanted, setFocusWanted] = useState(false);
  const [place, setPlace] = useState({ top: 0, coveredHeight: 0 });
  const { layout, probe } = useRowLayout();
  const { name: layoutName, height: rowHeight, textScale } = layout;
  const known = activeId === undefined ? -1 : ids.indexOf(activeId);
  const activeIndex = Math.max(known, 0);
  const rowsInView = useWindowList({
    count: ids.length,
    rowHeight,
    ...place,
    keptIndex: known < 0 ? undefined : known,
  });
  const items = rowsInView.getVirtualItems();
  const rows = useResultRows(
    list,
    items.flatMap(({ index }) => ids[index] ?? []),
    version,
  );

  useLayoutEffect(() => {
    const top = Math.round((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    const coveredHeight = head.current?.offsetHeight ?? 0;
    if (top !== place.top || coveredHeight !== place.coveredHeight) setPlace({ top, coveredHeight });
  });
  useScrollAnchor(ids, rowHeight, place.top - place.coveredHeight);
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

  function onKeyDown(event: KeyboardEvent): void {
    const isOnRow = event.target instanceof HTMLElement && event.target.dataset.index !== undefined;
    const id = latestId.current;
    if (isOnRow && event.key === 'Enter') {
      // One that is not read yet is read by what opens it.
      const isUnreadable = id !== undefined && rows.has(id) && !rows.get(id);
      if (id !== undefined && !isUnreadable) actions.open(id);
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
    rowsInView.scrollToIndex(target);
  }

  return (
    <>
      <span ref={probe} class="text-probe" aria-hidden="true">
        0
      </span>
      <table
        class={layoutName}
        style={{ '--text-scale': `${textScale}` }}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows out of view are not there, and it has keys.
        role="grid"
        aria-label={translate('resultsTitle')}
        aria-rowcount={isPartial ? -1 : ids.length + 1}
        onKeyDown={onKeyDown}
      >
        <thead ref={head}>
          <tr aria-rowindex={1}>
            {COLUMNS.map(([name, words]) => (
              <th key={name} class={name}>
                <span>{translate(words)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} style={{ height: `${rowsInView.getTotalSize()}px` }}>
          {items.map(({ index, start }) => {
            const id = ids[index];
            if (id === undefined) return null;
            const check = rows.get(id) ?? first.get(id);
            return (
              <tr
                key={id}
                data-index={index}
                aria-rowindex={index + 2}
                tabIndex={index === activeIndex ? 0 : -1}
                style={{ height: `${rowHeight}px`, transform: `translateY(${start - place.top}px)` }}
                onFocusCapture={() => activate(id)}
              >
                {check ? (
                  <ResultRow {...{ check, list, band, version }} actions={inRow} isActive={index === activeIndex} />
                ) : (
                  rows.has(id) && <UnreadableRow id={id} actions={inRow} />
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

/**
 * Keeps what is looked at where it is when results come or go above it. `listTop` is where the list begins, in pixels from
 * the top of the document; whoever looks at its beginning sees what is new.
 */
function useScrollAnchor(ids: readonly string[], rowHeight: number, listTop: number): void {
  const before = useRef(ids);
  useLayoutEffect(() => {
    const last = before.current;
    before.current = ids;
    const first = Math.floor((window.scrollY - listTop) / rowHeight);
    const anchor = last[first];
    if (last === ids || first <= 0 || anchor === undefined) return;
    const now = ids.indexOf(anchor);
    // Of another filter's results, most are elsewhere: those begin where the window is.
    if (now >= 0 && now !== first) window.scrollBy({ top: (now - first) * rowHeight, behavior: 'instant' });
  }, [ids, rowHeight, listTop]);
}

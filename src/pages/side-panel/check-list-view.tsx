import type { JSX } from 'preact';
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { translate } from '../../core/i18n.ts';
import type { TabCheckRow } from '../../core/protocol/checks-feed.ts';
import { useVirtualizer } from '../shared/use-virtualizer.ts';
import { CheckRow } from './check-row.tsx';

/** About the height of an entry, in pixels; each is measured once it is drawn. */
const ROW_HEIGHT = 62;

interface CheckListViewProps {
  readonly rows: readonly TabCheckRow[];
  readonly activeId: string | undefined;
  /** The active entry is to have the focus; another object each time. */
  readonly focusWanted: object | undefined;
  readonly onActivate: (checkId: string) => void;
  readonly onOpen: (checkId: string) => void;
}

/** The list of all that passes. Of however many there are, those in view are drawn; roles tell screen readers of the others. */
export function CheckListView(props: CheckListViewProps): JSX.Element {
  const { rows, activeId, focusWanted, onActivate, onOpen } = props;
  const list = useRef<HTMLUListElement>(null);
  const focused = useRef<object | undefined>(undefined);
  const [top, setTop] = useState(0);
  const known = rows.findIndex(({ checkId }) => checkId === activeId);
  const getItemKey = useCallback((index: number) => rows[index]?.checkId ?? index, [rows]);
  const inView = useVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_HEIGHT,
    getItemKey,
    scrollMargin: top,
    keptIndex: known < 0 ? undefined : known,
  });
  useLayoutEffect(() => {
    const now = Math.round((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    if (now !== top) setTop(now);
  });
  useLayoutEffect(() => {
    if (!focusWanted || focused.current === focusWanted || known < 0) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-index="${known}"] button`);
    row?.focus({ preventScroll: true });
    if (row) focused.current = focusWanted; // It is drawn once the window has come there.
    inView.scrollToIndex(known);
  });
  return (
    <ul
      ref={list}
      aria-label={translate('tabChecks')}
      class="check-list"
      style={{ height: `${inView.getTotalSize()}px` }}
    >
      {inView.getVirtualItems().map(({ index, key, start }) => {
        const row = rows[index];
        return (
          row && (
            <li
              key={key}
              ref={inView.measureElement}
              data-index={index}
              aria-posinset={index + 1}
              aria-setsize={rows.length}
              style={{ transform: `translateY(${start - top}px)` }}
            >
              <CheckRow
                row={row}
                isActive={index === Math.max(known, 0)}
                onFocus={() => onActivate(row.checkId)}
                onOpen={() => onOpen(row.checkId)}
              />
            </li>
          )
        );
      })}
    </ul>
  );
}

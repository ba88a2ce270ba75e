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
  /** The entry that had the focus has left the list. */
  readonly onFocusLost: () => void;
}

/** The list of all that passes. Of however many there are, those in view are drawn; roles tell screen readers of the others. */
export function CheckListView(props: CheckListViewProps): JSX.Element {
  const { rows, activeId, focusWanted, onActivate, onOpen, onFocusLost } = props;
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
  const buttonAt = (index: number) => list.current?.querySelector<HTMLElement>(`[data-index="${index}"] button`);
  const hadFocus = list.current?.contains(document.activeElement) === true; // Before this is drawn.
  useLayoutEffect(() => {
    if (!hadFocus || document.activeElement !== document.body) return;
    if (known < 0) onFocusLost();
    // An entry that is moved in the list loses the focus.
    else buttonAt(known)?.focus({ preventScroll: true });
  });
  useLayoutEffect(() => {
    if (!focusWanted || focused.current === focusWanted || known < 0) return;
    const row = buttonAt(known);
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
                isChosen={index === known}
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

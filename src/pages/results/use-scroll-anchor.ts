import { useLayoutEffect, useRef } from 'preact/hooks';
import { entryAt, type ListEntry } from './list-entries.ts';

interface Drawn {
  readonly ids: readonly string[];
  readonly entries: readonly ListEntry[];
  readonly starts: readonly number[];
}

/**
 * Keeps what is looked at where it is when results or headings come or go above it. `listTop` is where the list begins, in
 * pixels from the top of the document; whoever looks at its beginning sees what is new.
 */
export function useScrollAnchor(
  ids: readonly string[],
  entries: readonly ListEntry[],
  starts: readonly number[],
  listTop: number,
): void {
  const before = useRef<Drawn>({ ids, entries, starts });
  useLayoutEffect(() => {
    const last = before.current;
    before.current = { ids, entries, starts };
    const scrolled = window.scrollY - listTop;
    if (last.entries === entries || scrolled <= 0) return;
    const top = entryAt(last.starts, scrolled);
    const first = last.entries.findIndex(({ kind }, at) => kind === 'result' && at >= top);
    const anchor = last.entries[first];
    const id = anchor?.kind === 'result' ? last.ids[anchor.index] : undefined;
    const index = id === undefined ? -1 : ids.indexOf(id);
    // Of another filter's results, most are elsewhere: those begin where the window is.
    if (index < 0) return;
    const now = entries.findIndex((entry) => entry.kind === 'result' && entry.index === index);
    const moved = (starts[now] ?? 0) - (last.starts[first] ?? 0);
    if (moved !== 0) window.scrollBy({ top: moved, behavior: 'instant' });
  }, [ids, entries, starts, listTop]);
}

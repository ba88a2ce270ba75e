import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps what is looked at where it is when results come or go above it. `listTop` is where the list begins, in pixels from
 * the top of the document; whoever looks at its beginning sees what is new.
 */
export function useScrollAnchor(ids: readonly string[], rowHeight: number, listTop: number): void {
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

import { useLayoutEffect } from 'preact/hooks';
import { useVirtualizer, type VirtualList } from '../shared/use-virtualizer.ts';

/** A list whose entries have known heights. */
export interface WindowListOptions {
  /** Where each entry begins, from the top of the list, and its end. Pixels; another array for other entries. */
  readonly starts: readonly number[];
  /** Where the list begins, from the top of the document, in pixels. */
  readonly top: number;
  /** What covers the upper end of the window, in pixels. */
  readonly coveredHeight: number;
  /** A row that is kept though it is out of view: it has the focus. */
  readonly keptIndex: number | undefined;
}

/** Virtualises a list of entries of known heights. */
export function useWindowList({ starts, top, coveredHeight, keptIndex }: WindowListOptions): VirtualList {
  const list = useVirtualizer({
    count: starts.length - 1,
    estimateSize: (index) => (starts[index + 1] ?? 0) - (starts[index] ?? 0),
    scrollMargin: top,
    scrollPaddingStart: coveredHeight,
    keptIndex,
  });
  useLayoutEffect(() => list.measure(), [list, starts]);
  return list;
}

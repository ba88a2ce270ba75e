import {
  defaultRangeExtractor,
  observeWindowOffset,
  observeWindowRect,
  Virtualizer,
  type VirtualizerOptions,
  windowScroll,
} from '@tanstack/virtual-core';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

/** A long list that scrolls with the window. */
export type VirtualList = Virtualizer<Window, HTMLElement>;

/** What is to be known of one. */
export interface VirtualListOptions
  extends Pick<
    VirtualizerOptions<Window, HTMLElement>,
    'count' | 'estimateSize' | 'getItemKey' | 'scrollMargin' | 'scrollPaddingStart'
  > {
  /** An entry that is kept though it is out of view: it has the focus. */
  readonly keptIndex: number | undefined;
}

/** Entries drawn beyond each end of the window. */
const OVERSCAN = 6;

/** Virtualises a list: a few entries are drawn, whatever their number. */
export function useVirtualizer({ keptIndex, ...wanted }: VirtualListOptions): VirtualList {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const { count } = wanted;
  const options: VirtualizerOptions<Window, HTMLElement> = {
    ...wanted,
    overscan: OVERSCAN,
    getScrollElement: () => window,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    initialOffset: () => window.scrollY,
    onChange: () => redraw(undefined),
    rangeExtractor: (range) => {
      const inView = defaultRangeExtractor(range);
      if (keptIndex === undefined || keptIndex >= count || inView.includes(keptIndex)) return inView;
      return [...inView, keptIndex].sort((a, b) => a - b);
    },
  };
  const [list] = useState(() => new Virtualizer(options));
  list.setOptions(options);
  // What the library's own adapters for other frameworks do at these moments.
  useLayoutEffect(() => list._didMount(), [list]);
  useLayoutEffect(() => list._willUpdate());
  return list;
}

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

/** Which rows to draw, and where. */
export type WindowList = Virtualizer<Window, HTMLElement>;

/** Rows drawn beyond each end of the window. */
const OVERSCAN = 6;

/** Virtualises a list: a few rows are drawn, whatever their number. */
export function useWindowList(wanted: WindowListOptions): WindowList {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const { starts, top, coveredHeight, keptIndex } = wanted;
  const count = starts.length - 1;
  const options: VirtualizerOptions<Window, HTMLElement> = {
    count,
    estimateSize: (index) => (starts[index + 1] ?? 0) - (starts[index] ?? 0),
    overscan: OVERSCAN,
    scrollMargin: top,
    scrollPaddingStart: coveredHeight,
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
  useLayoutEffect(() => list.measure(), [list, starts]);
  return list;
}

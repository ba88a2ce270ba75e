import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** How the rows of results.css are laid out. */
export interface RowLayout {
  readonly name: 'narrow' | 'middle' | 'wide';
  /** Of every result's row, in pixels. */
  readonly height: number;
  /** Of the heading of a day, and of one of a page, in pixels. */
  readonly headings: { readonly day: number; readonly page: number };
  /** How much larger than asked for the browser shows text: some people enlarge text alone. */
  readonly textScale: number;
}

/** Where each layout begins to count, by the width of the window, and how high its rows are. Pixels, at text of its own size. */
const WIDE_FROM = 1_100;
const MIDDLE_FROM = 760;
const NARROW_ROW = 152;
const ROW = 68;
/** A heading names the page: a row has a line less to show. */
const NARROW_GROUPED_ROW = 128;
const DAY_HEADING = 44;
const PAGE_HEADING = 34;
/** The height of the probe at text of its own size, in pixels (results.css). */
const PROBE_HEIGHT = 20;

/** The layout that fits the window and the size of its text; `probe` is for an element with one line of text. */
export function useRowLayout(isGrouped: boolean): {
  readonly layout: RowLayout;
  readonly probe: RefObject<HTMLSpanElement | null>;
} {
  const probe = useRef<HTMLSpanElement>(null);
  const [layout, setLayout] = useState<RowLayout>(() => rowLayout(window.innerWidth, 1, isGrouped));
  useEffect(() => {
    const follow = () => {
      const next = rowLayout(
        window.innerWidth,
        (probe.current?.offsetHeight ?? PROBE_HEIGHT) / PROBE_HEIGHT,
        isGrouped,
      );
      setLayout((last) =>
        last.name === next.name && last.textScale === next.textScale && last.height === next.height ? last : next,
      );
    };
    follow();
    const observer = new ResizeObserver(follow);
    if (probe.current) observer.observe(probe.current);
    window.addEventListener('resize', follow);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', follow);
    };
  }, [isGrouped]);
  return { layout, probe };
}

/** The layout for a window of so many pixels, with text so many times its own size; `isGrouped`: below headings of pages. */
export function rowLayout(width: number, textScale: number, isGrouped: boolean): RowLayout {
  const room = width / textScale;
  const name = room < MIDDLE_FROM ? 'narrow' : room < WIDE_FROM ? 'middle' : 'wide';
  const height = name !== 'narrow' ? ROW : isGrouped ? NARROW_GROUPED_ROW : NARROW_ROW;
  const scaled = (pixels: number) => Math.ceil(pixels * textScale);
  const headings = { day: scaled(DAY_HEADING), page: scaled(PAGE_HEADING) };
  return { name, textScale, height: scaled(height), headings };
}

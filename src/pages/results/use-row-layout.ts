import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** How the rows of results.css are laid out. */
export interface RowLayout {
  readonly name: 'narrow' | 'middle' | 'wide';
  /** Of every row, in pixels. */
  readonly height: number;
  /** How much larger than asked for the browser shows text: some people enlarge text alone. */
  readonly textScale: number;
}

/** Where each layout begins to count, by the width of the window, and how high its rows are. Pixels, at text of its own size. */
const WIDE_FROM = 1_100;
const MIDDLE_FROM = 640;
const NARROW_ROW = 152;
const ROW = 68;
/** The height of the probe at text of its own size, in pixels (results.css). */
const PROBE_HEIGHT = 20;

/** The layout that fits the window and the size of its text; `probe` is for an element with one line of text. */
export function useRowLayout(): { readonly layout: RowLayout; readonly probe: RefObject<HTMLSpanElement | null> } {
  const probe = useRef<HTMLSpanElement>(null);
  const [layout, setLayout] = useState<RowLayout>(() => rowLayout(window.innerWidth, 1));
  useEffect(() => {
    const follow = () => {
      const next = rowLayout(window.innerWidth, (probe.current?.offsetHeight ?? PROBE_HEIGHT) / PROBE_HEIGHT);
      setLayout((last) => (last.name === next.name && last.textScale === next.textScale ? last : next));
    };
    follow();
    const observer = new ResizeObserver(follow);
    if (probe.current) observer.observe(probe.current);
    window.addEventListener('resize', follow);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', follow);
    };
  }, []);
  return { layout, probe };
}

/** The layout for a window of so many pixels, with text so many times its own size. */
export function rowLayout(width: number, textScale: number): RowLayout {
  const room = width / textScale;
  const name = room < MIDDLE_FROM ? 'narrow' : room < WIDE_FROM ? 'middle' : 'wide';
  return { name, textScale, height: Math.ceil((name === 'narrow' ? NARROW_ROW : ROW) * textScale) };
}

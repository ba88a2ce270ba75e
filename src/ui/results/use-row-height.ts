import { useEffect, useState } from 'preact/hooks';

/** The layouts of results.css, by the width of the window: where each begins to count, and how high its rows are. Pixels. */
const NARROW = '(max-width: 639px)';
const NARROW_ROW = 152;
const WIDE_ROW = 68;

/** The height of every row, in pixels: it follows the window's width. */
export function useRowHeight(): number {
  const [isNarrow, setNarrow] = useState(() => matchMedia(NARROW).matches);
  useEffect(() => {
    const query = matchMedia(NARROW);
    const follow = () => setNarrow(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return isNarrow ? NARROW_ROW : WIDE_ROW;
}

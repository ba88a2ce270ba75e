import { isClearOf } from './clear-element.ts';
import { isSpacer } from './lazy-source.ts';
import type { Picture } from './picture.ts';
import { isDrawn } from './shown-part.ts';

/** Pictures offered at most. */
const MAX_PICTURES = 12;

/**
 * The pictures of one place, in the order they are offered: each once; spacers, and what cannot be seen, only where nothing
 * else is; what is clear behind what is seen through it; backgrounds of the whole page last.
 */
export function withoutWhatHides(pictures: readonly Picture[], most = MAX_PICTURES): Picture[] {
  const isPageWide = ({ element }: Picture) => element === document.documentElement || element === document.body;
  const near = pictures.filter((picture) => !isPageWide(picture));
  const seen = near.filter(({ element }) => !isSpacer(element) && isDrawn(element));
  const known = new Set<unknown>();
  return [...clearLast(seen.length > 0 ? seen : near), ...pictures.filter(isPageWide)]
    .filter((picture) => {
      const key = keyOf(picture);
      return !known.has(key) && known.add(key);
    })
    .slice(0, most);
}

function clearLast(pictures: readonly Picture[]): readonly Picture[] {
  if (pictures.length < 2) return pictures;
  const clear = new Set(pictures.filter(isClearOf));
  return [...pictures.filter((picture) => !clear.has(picture)), ...clear];
}

function keyOf({ element, source }: Picture): unknown {
  return 'url' in source ? source.url : element;
}

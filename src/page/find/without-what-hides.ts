import { isClearOf } from './clear-element.ts';
import { isSpacer } from './lazy-source.ts';
import type { Picture } from './picture.ts';
import { drawnWithin } from './shadow-trees.ts';
import { colourOpacity, isDrawn, isPageWide } from './shown-part.ts';

/** Pictures offered at most. */
const MAX_PICTURES = 12;

/**
 * The pictures of one place, in the order they are offered: each once; spacers, and what cannot be seen, only where nothing
 * else is; what is clear behind what is seen through it; backgrounds of the whole page last.
 */
export function withoutWhatHides(pictures: readonly Picture[], most = MAX_PICTURES): Picture[] {
  const near = pictures.filter(({ element }) => !isPageWide(element));
  const seen = near.filter(({ element }) => !isSpacer(element) && isDrawn(element));
  const known = new Set<unknown>();
  return [...clearLast(seen.length > 0 ? seen : near), ...pictures.filter(({ element }) => isPageWide(element))]
    .filter((picture) => {
      const key = keyOf(picture);
      return !known.has(key) && known.add(key);
    })
    .slice(0, most);
}

/**
 * Whether a picture that lies below a clear one is seen through it: not where what is clear lies on a colour, as a signature on its
 * card does; and what the whole page lies on counts for nothing in it.
 */
export function isSeenThrough(clear: Picture, below: Picture): boolean {
  const around = new Set(drawnWithin(below.element));
  for (const element of drawnWithin(clear.element)) {
    if (around.has(element)) break;
    if (colourOpacity(element) === 1) return false;
  }
  return keyOf(clear) !== keyOf(below) && !isPageWide(below.element);
}

function clearLast(pictures: readonly Picture[]): readonly Picture[] {
  const clear = new Set(
    pictures.filter((picture) => pictures.some((below) => isSeenThrough(picture, below)) && isClearOf(picture)),
  );
  return [...pictures.filter((picture) => !clear.has(picture)), ...clear];
}

function keyOf({ element, source }: Picture): unknown {
  return 'url' in source ? source.url : element;
}

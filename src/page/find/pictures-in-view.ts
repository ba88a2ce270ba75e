import { type Area, visiblePart } from '../read/visible-part.ts';
import { elementPictures } from './element-pictures.ts';
import type { Picture } from './picture.ts';
import { elementsDeep } from './shadow-trees.ts';
import { isDrawn, shownPart } from './shown-part.ts';

/** What is smaller is a counter or a line, not a picture. CSS pixels a side. */
const SMALLEST_SIDE = 8;

/** Elements in view whose style is looked at. */
const MAX_STYLED = 5_000;

/** The pictures in view in this frame, the largest first. */
export function picturesInView(): Picture[] {
  const found: { readonly picture: Picture; readonly area: number }[] = [];
  let left = MAX_STYLED;
  for (const element of elementsDeep()) {
    if (!isRoomy(visiblePart(element.getBoundingClientRect())) || !isDrawn(element)) continue;
    left -= 1;
    if (left < 0) break;
    for (const picture of elementPictures(element)) {
      const part = shownPart(element);
      if (picture.source.kind !== 'drawing' && isRoomy(part)) found.push({ picture, area: part.width * part.height });
    }
  }
  return found.sort((a, b) => b.area - a.area).map(({ picture }) => picture);
}

function isRoomy({ width, height }: Area): boolean {
  return width >= SMALLEST_SIDE && height >= SMALLEST_SIDE;
}

import { isClear } from '../find/clear-element.ts';
import { cssUrls } from '../find/css-urls.ts';
import { isSpacer } from '../find/lazy-source.ts';
import { isAbove } from '../find/paint-order.ts';
import type { Point } from '../find/picture.ts';
import { drawnAt } from '../find/pictures-at.ts';
import { drawnWithin } from '../find/shadow-trees.ts';
import { colourOpacity, contains, isDrawn, isPageWide, shownPart } from '../find/shown-part.ts';
import { type Area, commonPart, ROUNDING } from './visible-part.ts';

/** Points a side at which is looked for what lies above. */
const POINTS = 5;

/** What covers more than this share of them, and is no strip along an edge, is what the user sees in place of the rest. */
const MOST_COVERED = 0.25;

/** What lets less than this through of what is below it covers it. */
const OPAQUE = 0.75;

/** Elements that fill their box; canvases above pictures are most often clear (subtitles, drawing). */
const FILLED = /^(img|video|iframe|embed|object)$/;

/**
 * The part of an area of an element over which nothing else is drawn: a strip along an edge (a header that stays, a caption)
 * is cut off. `isPartial`: something small lies on what is left. Undefined where the element is covered.
 */
export function uncoveredPart(element: Element, area: Area): (Area & { readonly isPartial: boolean }) | undefined {
  const covers = pointsOf(area).map((point) => coversAt(element, point));
  for (const cover of covers.flat()) {
    const rest = besides(area, cover);
    if (rest) return rest.width >= 1 && rest.height >= 1 ? uncoveredPart(element, rest) : undefined;
  }
  const covered = covers.filter(({ length }) => length > 0).length;
  return covered > covers.length * MOST_COVERED ? undefined : { ...area, isPartial: covered > 0 };
}

/** The middles of equal cells. */
function pointsOf({ left, top, width, height }: Area): Point[] {
  const steps = Array.from({ length: POINTS }, (_, index) => (index + 0.5) / POINTS);
  return steps.flatMap((down) => steps.map((across) => ({ x: left + width * across, y: top + height * down })));
}

/** Where that lies which covers an element at a point. A box that is elsewhere (its pseudo element was hit) tells nothing. */
function coversAt(element: Element, point: Point): Area[] {
  const drawn = drawnAt(point, element.ownerDocument);
  const at = drawn.indexOf(element);
  const above = at < 0 ? drawn.filter((other) => isAbove(other, element)) : drawn.slice(0, at);
  return above
    .filter(isOpaque)
    .map((one) => shownPart(one))
    .filter((area) => contains(area, point));
}

function isOpaque(element: Element): boolean {
  if (isPageWide(element) || !isDrawn(element)) return false;
  let opacity = isFilled(element) ? 1 : colourOpacity(element);
  for (const around of drawnWithin(element)) opacity *= Number(getComputedStyle(around).opacity);
  return opacity >= OPAQUE;
}

/** Whether a picture or a frame fills an element: a background that fills nothing is an icon. */
function isFilled(element: Element): boolean {
  if (FILLED.test(element.localName))
    return (
      !isSpacer(element) && !isClear(element) && !(element instanceof HTMLImageElement && element.naturalWidth === 0)
    );
  const { backgroundImage, backgroundSize } = getComputedStyle(element);
  return /cover|100%/.test(backgroundSize) && cssUrls(backgroundImage, devicePixelRatio).length > 0;
}

/** An area without the strip along its edge that a cover takes up; undefined where the cover is no such strip. */
function besides(area: Area, cover: Area): Area | undefined {
  const { left, top, width, height } = area;
  const { left: x, top: y, width: across, height: down } = commonPart(area, cover);
  if (across >= width - ROUNDING) {
    if (y <= top + ROUNDING) return { ...area, top: y + down, height: top + height - y - down };
    if (y + down >= top + height - ROUNDING) return { ...area, height: y - top };
  }
  if (down >= height - ROUNDING) {
    if (x <= left + ROUNDING) return { ...area, left: x + across, width: left + width - x - across };
    if (x + across >= left + width - ROUNDING) return { ...area, width: x - left };
  }
  return undefined;
}

import { shadowRootOf } from '../../platform/shadow-root-of.ts';
import { elementPictures } from './element-pictures.ts';
import { isAbove } from './paint-order.ts';
import type { Picture, Point } from './picture.ts';
import { elementsDeep } from './shadow-trees.ts';
import { contains, isDrawn, shownPart } from './shown-part.ts';

/** Elements at one point that are looked at; nobody sees through more. */
const MAX_DEPTH = 300;

/** All pictures at a point, topmost first. */
export function picturesAt(point: Point): Picture[] {
  const elements = elementsAt(point, document);
  for (const element of unhitElements(point, new Set(elements))) {
    const below = elements.findIndex((other) => isAbove(element, other));
    elements.splice(below < 0 ? elements.length : below, 0, element);
  }
  const pictures = elements.filter(isDrawn).flatMap((element) => elementPictures(element, point));
  return drawingsInPlace(pictures, elements);
}

/**
 * An inline `<svg>` with a picture in it at the point is that picture. One without a stroke there is a transparent overlay:
 * it comes last.
 */
function drawingsInPlace(pictures: readonly Picture[], elements: readonly Element[]): Picture[] {
  const isWithin = (outer: Element, inner: Element) => outer !== inner && outer.contains(inner);
  const kept = pictures.filter(
    ({ element, source }) => source.kind !== 'drawing' || !pictures.some((other) => isWithin(element, other.element)),
  );
  const isEmptyThere = ({ element, source }: Picture) =>
    source.kind === 'drawing' && !elements.some((other) => isWithin(element, other));
  return [...kept.filter((picture) => !isEmptyThere(picture)), ...kept.filter(isEmptyThere)];
}

/** What the mouse hits at a point, through shadow roots, topmost first. */
export function elementsAt(point: Point, root: Document | ShadowRoot): Element[] {
  const found = new Set<Element>();
  for (const element of root.elementsFromPoint(point.x, point.y).slice(0, MAX_DEPTH)) {
    if (element.getRootNode() !== root) continue; // Chromium goes on outside a shadow root.
    const inner = shadowRootOf(element);
    if (inner) for (const one of elementsAt(point, inner)) found.add(one);
    found.add(element);
  }
  return [...found];
}

/** What is drawn at a point and lets the mouse through: `pointer-events: none`, and all outside a modal dialog. */
function unhitElements(point: Point, hit: ReadonlySet<Element>): Element[] {
  const found: Element[] = [];
  const hasModal = document.querySelector('dialog:modal') !== null;
  for (const element of elementsDeep('*')) {
    if (!contains(element.getBoundingClientRect(), point) || hit.has(element) || found.length >= MAX_DEPTH) continue;
    const isUnhit = hasModal || getComputedStyle(element).pointerEvents === 'none' || element.closest('[inert]');
    if (!isUnhit || !isDrawn(element) || !contains(shownPart(element), point)) continue;
    if (elementPictures(element, point).length > 0) found.push(element);
  }
  return found;
}

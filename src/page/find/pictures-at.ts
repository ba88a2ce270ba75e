import { elementPictures } from './element-pictures.ts';
import { isAbove } from './paint-order.ts';
import type { Picture, Point } from './picture.ts';
import { elementsDeep, shadowRootOf } from './shadow-trees.ts';
import { ADDRESS_ELEMENTS } from './shown-address.ts';
import { contains, isDrawn, shownPart } from './shown-part.ts';

/** Elements at one point that are looked at; nobody sees through more. */
const MAX_DEPTH = 300;

/** Elements that show a picture without any style. */
const PICTURE_ELEMENTS = `${ADDRESS_ELEMENTS}, canvas, svg`;

/**
 * All pictures at a point, topmost first. `isThorough`: backgrounds that let the mouse through are looked for as well, which
 * takes some 100 ms in a page of 50,000 elements.
 */
export function picturesAt(point: Point, isThorough: boolean): Picture[] {
  const elements = drawnAt(point, document, isThorough ? elementsDeep() : undefined);
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

/** What is drawn at a point of a document, topmost first; of what lets the mouse through, the pictures among `others`. */
export function drawnAt(
  point: Point,
  root: Document,
  others: Iterable<Element> = root.querySelectorAll(PICTURE_ELEMENTS),
): Element[] {
  const elements = elementsAt(point, root);
  for (const element of unhitElements(others, point, new Set(elements))) {
    const below = elements.findIndex((other) => isAbove(element, other));
    elements.splice(below < 0 ? elements.length : below, 0, element);
  }
  return elements;
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
function unhitElements(elements: Iterable<Element>, point: Point, hit: ReadonlySet<Element>): Element[] {
  const found: Element[] = [];
  const isPartInert = document.querySelector('dialog:modal, [inert]') !== null;
  for (const element of elements) {
    // Of all questions the cheapest first: the style of 50,000 elements takes half the time of their boxes.
    const isUnhit =
      getComputedStyle(element).pointerEvents === 'none' || (isPartInert && element.matches(PICTURE_ELEMENTS));
    if (!isUnhit || hit.has(element) || !contains(element.getBoundingClientRect(), point)) continue;
    if (!isDrawn(element) || !contains(shownPart(element), point)) continue;
    if (found.length < MAX_DEPTH && elementPictures(element, point).length > 0) found.push(element);
  }
  return found;
}

import { type Area, commonPart } from '../read/visible-part.ts';
import { TOP_LAYER } from './paint-order.ts';
import type { Point } from './picture.ts';
import { drawnWithin } from './shadow-trees.ts';

/** Whether anything of an element is drawn at all. An element without a box draws nothing, but what is in it may. */
export function isDrawn(element: Element): boolean {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });
}

/** Whether an element is the page as a whole: what it lies on is below all. */
export function isPageWide(element: Element): boolean {
  return element.matches('html, body');
}

/** How much the colour an element lies on hides: `rgba(0, 0, 0, 0.5)`, `color(srgb 0 0 0 / 0.5)`; all others hide all. */
export function colourOpacity(element: Element): number {
  return Number(/(?:^rgba.*,|\/)([^,/]+)\)$/.exec(getComputedStyle(element).backgroundColor)?.[1] ?? 1);
}

/** What can be seen of whatever is placed in an element. Of use for several elements while nothing moves between the looks. */
export type Windows = Map<Element, Area>;

/** The part of an element's box that is in view: in its frame, and not cut off by what it scrolls in. */
export function shownPart(element: Element, windows: Windows = new Map()): Area {
  return commonPart(element.getBoundingClientRect(), windowAround(element, windows));
}

/** What an element can be seen through: its frame, less what each of those that it is placed within cuts off. */
function windowAround(element: Element, windows: Windows): Area {
  const view = element.ownerDocument.defaultView ?? window; // Also of an element of a frame around.
  let seen: Area = { left: 0, top: 0, width: view.innerWidth, height: view.innerHeight };
  const unknown: [Element, CSSStyleDeclaration][] = [];
  for (const [around, style] of placedWithin(element)) {
    const known = windows.get(around);
    if (known) {
      seen = known;
      break;
    }
    unknown.push([around, style]);
  }
  for (const [around, style] of unknown.reverse()) {
    if (mayCut(around, style)) seen = commonPart(seen, innerBox(around));
    windows.set(around, seen);
  }
  return seen;
}

/**
 * What an element is placed within, from the inside out: its containing blocks and what is around those. What is absolute or
 * fixed leaves out the elements between, which do not cut it off.
 */
function* placedWithin(element: Element): Generator<[Element, CSSStyleDeclaration]> {
  let position = 'static';
  for (const around of drawnWithin(element)) {
    const style = getComputedStyle(around);
    const isSkipped = position === 'fixed' || (position === 'absolute' && style.position === 'static');
    if (isSkipped && !holdsAll(style)) continue;
    if (around !== element) yield [around, style];
    if (around.matches(TOP_LAYER)) return;
    position = style.position;
  }
}

/** Whether an element is the containing block even of what is fixed in it. */
function holdsAll(style: CSSStyleDeclaration): boolean {
  const { transform, translate, rotate, scale, perspective, filter, backdropFilter } = style;
  return (
    [transform, translate, rotate, scale, perspective, filter, backdropFilter].some(
      (value) => value && value !== 'none',
    ) ||
    /paint|layout|strict|content/.test(style.contain) ||
    /transform|perspective|filter/.test(style.willChange)
  );
}

/** The page itself scrolls by its viewport; and what has no box cuts nothing. */
function mayCut(around: Element, { overflow, contain, display }: CSSStyleDeclaration): boolean {
  if (isPageWide(around) || /^(inline|contents)$/.test(display)) return false;
  return overflow !== 'visible' || /paint|strict|content/.test(contain);
}

/** The box of an element within its border and scroll bars, where that can be told. */
function innerBox(around: Element & Partial<HTMLElement>): Area {
  const box = around.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = around;
  if (!offsetWidth || !offsetHeight) return box; // An SVG's.
  const [across, down] = [box.width / offsetWidth, box.height / offsetHeight];
  return {
    left: box.left + around.clientLeft * across,
    top: box.top + around.clientTop * down,
    width: around.clientWidth * across,
    height: around.clientHeight * down,
  };
}

/** The middle of what is in view of an element; undefined when nothing is. */
export function shownCentre(element: Element): Point | undefined {
  const { left, top, width, height } = shownPart(element);
  return width > 0 && height > 0 ? { x: left + width / 2, y: top + height / 2 } : undefined;
}

/** Whether a point lies in a rectangle. */
export function contains({ left, top, width, height }: Area, { x, y }: Point): boolean {
  return x >= left && x <= left + width && y >= top && y <= top + height;
}

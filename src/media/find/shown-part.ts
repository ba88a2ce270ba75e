import { type Area, visiblePart } from '../visible-part.ts';
import type { Point } from './picture.ts';
import { drawnWithin } from './shadow-trees.ts';

/** Whether anything of an element is drawn at all. An element without a box draws nothing, but what is in it may. */
export function isDrawn(element: Element): boolean {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });
}

/** The part of an element's box that is in view: in the frame, and not cut off by what it scrolls in. */
export function shownPart(element: Element): Area {
  let part: Area = visiblePart(element.getBoundingClientRect());
  for (const within of drawnWithin(element)) {
    if (part.width === 0 || part.height === 0) break;
    if (within === element || within === document.body || within === document.documentElement) continue;
    if (!/visible/.test(getComputedStyle(within).overflow)) part = common(part, within.getBoundingClientRect());
  }
  return part;
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

function common(a: Area, b: Area): Area {
  const left = Math.max(a.left, b.left);
  const top = Math.max(a.top, b.top);
  const width = Math.max(0, Math.min(a.left + a.width, b.left + b.width) - left);
  const height = Math.max(0, Math.min(a.top + a.height, b.top + b.height) - top);
  return { left, top, width, height };
}

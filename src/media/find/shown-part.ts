import type { Area } from '../visible-part.ts';
import type { Point } from './picture.ts';
import { drawnWithin } from './shadow-trees.ts';

/** Whether anything of an element is drawn at all. An element without a box draws nothing, but what is in it may. */
export function isDrawn(element: Element): boolean {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });
}

/** The part of an element's box that is in view: in the frame, and not cut off by what it scrolls in. */
export function shownPart(element: Element): Area {
  let { left, top, right, bottom } = element.getBoundingClientRect();
  const cut = (by: { left: number; top: number; right: number; bottom: number }) => {
    left = Math.max(left, by.left);
    top = Math.max(top, by.top);
    right = Math.max(left, Math.min(right, by.right));
    bottom = Math.max(top, Math.min(bottom, by.bottom));
  };
  cut({ left: 0, top: 0, right: innerWidth, bottom: innerHeight });
  for (const around of drawnWithin(element)) {
    const mayCut = around !== element && around !== document.body && around !== document.documentElement;
    if (mayCut && getComputedStyle(around).overflow !== 'visible') cut(around.getBoundingClientRect());
  }
  return { left, top, width: right - left, height: bottom - top };
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

/** A point, in pixels. On the display unless said otherwise. */
export interface Point {
  x: number;
  y: number;
}

/** A rectangle, in pixels. On the display unless said otherwise. */
export interface Box extends Point {
  width: number;
  height: number;
}

/** The middle of a rectangle. */
export function centreOf(box: Box): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Whether two rectangles are the same, to the pixel. */
export function sameBox(a: Box, b: Box): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

/** Whether nothing of a rectangle is outside of another. */
export function isWithin(inner: Box, outer: Box): boolean {
  const [right, bottom] = [outer.x + outer.width, outer.y + outer.height];
  const isOver = inner.x + inner.width > right || inner.y + inner.height > bottom;
  return inner.x >= outer.x && inner.y >= outer.y && !isOver;
}

/** How much of a rectangle another one lies over, from 0 to 1. */
export function shareCovered(box: Box, over: Box): number {
  const width = Math.min(box.x + box.width, over.x + over.width) - Math.max(box.x, over.x);
  const height = Math.min(box.y + box.height, over.y + over.height) - Math.max(box.y, over.y);
  return (Math.max(0, width) * Math.max(0, height)) / (box.width * box.height);
}

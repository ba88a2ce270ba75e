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

/** What two rectangles have in common: without width or height where that is nothing. */
export function commonPart(a: Box, b: Box): Box {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  const width = Math.max(0, Math.min(a.x + a.width, b.x + b.width) - x);
  const height = Math.max(0, Math.min(a.y + a.height, b.y + b.height) - y);
  return { x, y, width, height };
}

/** How much of a rectangle another one lies over, from 0 to 1. */
export function shareCovered(box: Box, over: Box): number {
  const { width, height } = commonPart(box, over);
  return (width * height) / (box.width * box.height);
}

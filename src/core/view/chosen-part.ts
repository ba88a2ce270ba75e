import type { Share } from '../check/part.ts';

/** How far a key moves or sizes a part, and the least side it has, as a fraction of the image's. */
const STEP = 0.02;

/** What is chosen at first: the middle. */
export const FIRST_PART: Share = { left: 0.25, top: 0.25, width: 0.5, height: 0.5 };

/** Which way an arrow key leads, in the image: that is never mirrored. */
const WAYS: ReadonlyMap<string, readonly [across: number, down: number]> = new Map([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
]);

const within = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);

/** A part after a key was pressed; undefined for a key that does nothing to it. `isSizing`: its far edges move, not all of it. */
export function partByKey(part: Share, key: string, isSizing: boolean): Share | undefined {
  const way = WAYS.get(key);
  if (!way) return undefined;
  const [across, down] = [way[0] * STEP, way[1] * STEP];
  const { left, top, width, height } = part;
  return isSizing
    ? { left, top, width: within(width + across, STEP, 1 - left), height: within(height + down, STEP, 1 - top) }
    : { width, height, left: within(left + across, 0, 1 - width), top: within(top + down, 0, 1 - height) };
}

/** A point of an image, in fractions of it. */
export interface ImagePoint {
  readonly x: number;
  readonly y: number;
}

/** The part between two corners, which may lie outside; undefined where it is no more than a slip of the hand. */
export function partBetween(one: ImagePoint, other: ImagePoint): Share | undefined {
  const [left, right] = [within(Math.min(one.x, other.x), 0, 1), within(Math.max(one.x, other.x), 0, 1)];
  const [top, bottom] = [within(Math.min(one.y, other.y), 0, 1), within(Math.max(one.y, other.y), 0, 1)];
  const [width, height] = [right - left, bottom - top];
  return width < STEP || height < STEP ? undefined : { left, top, width, height };
}

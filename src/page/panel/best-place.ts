import { type Area, commonPart } from '../read/visible-part.ts';

/** What a panel is placed by, in CSS pixels of the layout viewport. */
export interface Surroundings {
  /** What it stands beside. */
  readonly media: Area;
  /** The part of the page that is on the screen. */
  readonly view: Area;
  /** Where something else of ours is. */
  readonly taken: readonly Area[];
  readonly isRightToLeft: boolean;
}

/** Where a panel stands, and how many square pixels of its media, and of what is taken, it covers there. */
export interface Place extends Pick<Area, 'left' | 'top'> {
  readonly covered: number;
  readonly coveredElse: number;
}

/** Distance from the media, and from the edges of the view, in CSS pixels. */
const GAP = 8;

/**
 * Where a panel stands beside media: after it in the direction of reading, else before, below or above it, where it covers none
 * of it and all of the panel is in view. Where there is no such place, the one of these and of the view's corners that covers least
 * of the media, and of several such the one that covers least of what is taken. Nowhere in the view is less of the media covered
 * than in one of the corners. A view smaller than the panel shows its left and upper edge.
 */
export function bestPlace(
  { width, height }: Pick<Area, 'width' | 'height'>,
  { media, view, taken, isRightToLeft }: Surroundings,
): Place {
  const [right, bottom] = [media.left + media.width, media.top + media.height];
  const [leftmost, topmost] = [view.left + GAP, view.top + GAP];
  const [rightmost, lowest] = [view.left + view.width - width - GAP, view.top + view.height - height - GAP];

  /** There, or as near to it as the view allows. */
  function at(wantedLeft: number, wantedTop: number): Place {
    const panel = {
      left: within(wantedLeft, leftmost, rightmost),
      top: within(wantedTop, topmost, lowest),
      width,
      height,
    };
    const coveredElse = taken.reduce((sum, other) => sum + sharedArea(panel, other), 0);
    return { ...panel, covered: sharedArea(panel, media), coveredElse };
  }

  const read = <T>(...leftAndRight: readonly T[]) => (isRightToLeft ? leftAndRight : leftAndRight.toReversed());
  const start = isRightToLeft ? right - width : media.left;
  const places = [
    ...read(at(media.left - width - GAP, media.top), at(right + GAP, media.top)),
    at(start, bottom + GAP),
    at(start, media.top - height - GAP),
    ...read(leftmost, rightmost).flatMap((left) => [at(left, topmost), at(left, lowest)]),
  ];
  const order = (one: Place, other: Place) => one.covered - other.covered || one.coveredElse - other.coveredElse;
  return places.reduce((best, place) => (order(place, best) < 0 ? place : best));
}

/** The area that two boxes share, in square pixels. */
export function sharedArea(one: Area, other: Area): number {
  const { width, height } = commonPart(one, other);
  return width * height;
}

/** The value, or the nearest between two bounds; the lower one where they cross. */
export function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

/** A box in the viewport, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** How large something is, in CSS pixels. */
export type Size = Pick<Box, 'width' | 'height'>;

/** Distance from the media, and from the edges of the viewport, in CSS pixels. */
export const GAP = 8;

/**
 * Where a panel stands beside media: to the right, else to the left, below or above, where it covers none of the media and all
 * of it is in view. Where there is no such place, the one of these and of the viewport's corners that covers least.
 */
export function bestPlace({ width, height }: Size, media: Box, view: Size): Pick<Box, 'left' | 'top'> {
  const [right, bottom] = [media.left + media.width, media.top + media.height];
  const [farRight, farBottom] = [view.width - width - GAP, view.height - height - GAP];
  const wanted = [
    [right + GAP, media.top],
    [media.left - width - GAP, media.top],
    [media.left, bottom + GAP],
    [media.left, media.top - height - GAP],
    [farRight, GAP],
    [farRight, farBottom],
    [GAP, GAP],
    [GAP, farBottom],
  ] as const;
  const places = wanted.map(([left, top]) => ({
    left: within(left, GAP, farRight),
    top: within(top, GAP, farBottom),
  }));
  const covered = places.map((place) => overlap({ ...place, width, height }, media));
  return places[covered.indexOf(Math.min(...covered))] ?? { left: GAP, top: GAP };
}

/** The area that two boxes share, in square pixels. */
function overlap(one: Box, other: Box): number {
  const width = Math.min(one.left + one.width, other.left + other.width) - Math.max(one.left, other.left);
  const height = Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top);
  return Math.max(width, 0) * Math.max(height, 0);
}

/** The value, or the nearest between two bounds; the lower one where they cross. */
function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

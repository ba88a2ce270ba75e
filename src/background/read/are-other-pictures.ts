import { type PicturePrint, PRINT_LENGTH } from '../../core/media/picture-print.ts';

/** By how much prints of one picture may differ in the mean (0 to 255), as its sizes, codings and colour spaces do. */
const MEAN_TOLERANCE = 8;

/** The same in one part: an edge that a rounded size has moved by a fifth of it. */
const PART_TOLERANCE = 48;

/** Whether two prints are clearly of different pictures. */
export function areOtherPictures(one: PicturePrint, other: PicturePrint): boolean {
  const differences = one.map((grey, part) => Math.abs(grey - (other[part] ?? 0)));
  const sum = differences.reduce((total, difference) => total + difference, 0);
  return sum > MEAN_TOLERANCE * PRINT_LENGTH || Math.max(...differences) > PART_TOLERANCE;
}

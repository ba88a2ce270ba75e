import { pixelsOf } from './pixels-of.ts';

/** A picture made very small: the grey of each of its parts, from 0 to 255, row by row. */
export type PicturePrint = readonly number[];

/** Parts a side. */
const SIDE = 24;

/** A part is the mean of this many pixels a side: where a browser scales by picking pixels, one alone would say little. */
const SAMPLES = 6;

/** How many greys a print has. */
export const PRINT_LENGTH = SIDE * SIDE;

/** What is below what is transparent: black and white drawings both stand out on it. */
const GROUND = '#888';

/** The print of a picture, whatever its proportions. Throws where its pixels may not be read (SecurityError). */
export function printOf(picture: HTMLImageElement | ImageBitmap | VideoFrame): PicturePrint {
  return greysOf(pixelsOf(picture, SIDE * SAMPLES, GROUND));
}

/** How much a picture shows: the standard deviation of its greys. 0 of one plain colour. */
export function spreadOf(print: PicturePrint): number {
  const mean = print.reduce((sum, grey) => sum + grey, 0) / print.length;
  return Math.sqrt(print.reduce((sum, grey) => sum + (grey - mean) ** 2, 0) / print.length);
}

/** The greys of a square of RGBA values, `SIDE` times `SAMPLES` a side. */
export function greysOf(rgba: Uint8ClampedArray): PicturePrint {
  const sums = new Array<number>(PRINT_LENGTH).fill(0);
  for (let index = 0; index < rgba.length; index += 4) {
    const [across, down] = [(index / 4) % (SIDE * SAMPLES), Math.floor(index / 4 / (SIDE * SAMPLES))];
    const part = Math.floor(down / SAMPLES) * SIDE + Math.floor(across / SAMPLES);
    sums[part] = (sums[part] ?? 0) + (rgba[index] ?? 0) + (rgba[index + 1] ?? 0) + (rgba[index + 2] ?? 0);
  }
  return sums.map((sum) => Math.round(sum / (3 * SAMPLES * SAMPLES)));
}

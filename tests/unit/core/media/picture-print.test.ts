import { describe, expect, it } from 'vitest';
import { areOtherPictures } from '../../../../src/background/read/are-other-pictures.ts';
import { greysOf, PRINT_LENGTH } from '../../../../src/core/media/picture-print.ts';
import { type Colour, paintPicture } from '../../../fixtures/picture.ts';

/** The square of pixels that a print is made of. */
const SIDE = 144;

type Painter = (across: number, down: number) => Colour;

function printOf(colourAt: Painter) {
  const { pixels } = paintPicture(SIDE, SIDE, colourAt);
  const rgba = new Uint8ClampedArray(SIDE * SIDE * 4);
  for (let index = 0; index < SIDE * SIDE; index += 1) {
    rgba.set(pixels.subarray(index * 3, index * 3 + 3), index * 4);
    rgba[index * 4 + 3] = 255;
  }
  return greysOf(rgba);
}

const hill: Painter = (across, down) => (down > 0.5 + across / 4 ? [40, 90, 30] : [120, 160 + 60 * down, 230]);
const hillMovedBy =
  (part: number): Painter =>
  (across, down) =>
    hill(across + part, down + part);
const darkened: Painter = (across, down) => {
  const [red, green, blue] = hill(across, down);
  return [red * 0.97, green * 0.97, blue * 0.95];
};
const grained: Painter = (across, down) => {
  const [red, green, blue] = hill(across, down);
  const grain = (Math.round(across * 997 + down * 991) % 2) * 40 - 20;
  return [red + grain, green + grain, blue];
};
const sea: Painter = (across, down) => (down > 0.6 ? [20, 60, 120] : [250 * across, 180, 150]);
/** As a camera sees it half an hour later. */
const dusk: Painter = (across, down) => {
  const [red, green, blue] = hill(across, down);
  return [red * 0.8, green * 0.8, blue * 0.8];
};
/** A page's frame that stays, with another advertisement in it. */
const framed =
  (inside: Colour): Painter =>
  (across, down) =>
    across > 0.4 && across < 0.6 && down > 0.4 && down < 0.6 ? inside : [255, 255, 255];

describe('a print of a picture', () => {
  it('has the mean grey of each part, row by row', () => {
    const print = printOf((across, down) => (down < 0.5 ? [30, 60, 90] : across < 0.5 ? [0, 0, 0] : [255, 255, 255]));
    expect(print).toHaveLength(PRINT_LENGTH);
    expect([print[0], print[PRINT_LENGTH / 2], print.at(-1)]).toEqual([60, 0, 255]);
  });

  it.each([
    ['in another coding, with its grain', grained],
    ['in a colour space a little darker', darkened],
    ['at another size, moved by what was rounded', hillMovedBy(1 / 400)],
  ])('is like that of the same picture %s', (_name, painter) => {
    expect(areOtherPictures(printOf(hill), printOf(painter))).toBe(false);
  });

  it.each([
    ['of another place', hill, sea],
    ['that is the same but for a fifth of it', framed([200, 30, 30]), framed([20, 20, 60])],
    ['in another light', hill, dusk],
    ['that shows the same from elsewhere', hill, hillMovedBy(1 / 8)],
  ])('is not like that of a picture %s', (_name, one, other) => {
    expect(areOtherPictures(printOf(one), printOf(other))).toBe(true);
  });
});

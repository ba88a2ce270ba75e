import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isPlain } from '../../../../src/background/read/is-uniform.ts';

type Pixel = readonly [red: number, green: number, blue: number, alpha: number];

const rgba = (...pixels: readonly Pixel[]) => new Uint8ClampedArray(pixels.flat());
const BLACK: Pixel = [0, 0, 0, 255];

it.each([
  ['one colour', true, rgba(BLACK, BLACK, BLACK)],
  ['one colour, with the traces of a codec', true, rgba([20, 20, 20, 255], [23, 20, 20, 255], [20, 21, 22, 255])],
  ['nothing but transparency', true, rgba([0, 0, 0, 0], [0, 0, 0, 0])],
  ['one pixel', true, rgba([9, 8, 7, 255])],
  ['one pixel that differs in red', false, rgba(BLACK, [4, 0, 0, 255], BLACK)],
  ['one pixel that differs in green', false, rgba(BLACK, [0, 4, 0, 255])],
  ['one pixel that differs in blue', false, rgba([0, 0, 4, 255], BLACK)],
  ['a drawing in its transparency alone', false, rgba(BLACK, [0, 0, 0, 128])],
  ['a slow gradient', false, rgba(...Array.from({ length: 5 }, (_, step): Pixel => [step, 0, 0, 255]))],
])('%s', (_name, expected, pixels) => {
  expect(isPlain(pixels)).toBe(expected);
});

it('does not depend on where a pixel is', () => {
  const channel = fc.integer({ min: 0, max: 8 });
  const pixel = fc.tuple(channel, channel, channel, channel);
  fc.assert(
    fc.property(fc.array(pixel, { minLength: 1 }), (pixels) => {
      expect(isPlain(rgba(...pixels))).toBe(isPlain(rgba(...pixels.toReversed())));
    }),
  );
});

import { describe, expect, it } from 'vitest';
import type { Share } from '../../../src/core/check/part.ts';
import { FIRST_PART, partBetween, partByKey } from '../../../src/core/view/chosen-part.ts';

const rounded = (part: Share | undefined) =>
  part && [part.left, part.top, part.width, part.height].map((one) => Math.round(one * 100));

describe('the part of an image that is chosen', () => {
  it.each([
    ['ArrowLeft', false, [23, 25, 50, 50]],
    ['ArrowRight', false, [27, 25, 50, 50]],
    ['ArrowUp', false, [25, 23, 50, 50]],
    ['ArrowDown', false, [25, 27, 50, 50]],
    ['ArrowLeft', true, [25, 25, 48, 50]],
    ['ArrowRight', true, [25, 25, 52, 50]],
    ['ArrowUp', true, [25, 25, 50, 48]],
    ['ArrowDown', true, [25, 25, 50, 52]],
    ['Home', false, undefined],
    ['toString', false, undefined],
  ] as const)('by %s (sizing: %s) is %j', (key, isSizing, expected) => {
    expect(rounded(partByKey(FIRST_PART, key, isSizing))).toEqual(expected);
  });

  it.each([
    ['ArrowLeft', false, [0, 25, 50, 50]],
    ['ArrowRight', false, [50, 25, 50, 50]],
    ['ArrowRight', true, [25, 25, 75, 50]],
    ['ArrowLeft', true, [25, 25, 2, 50]],
    ['ArrowDown', true, [25, 25, 50, 75]],
  ] as const)(
    'never leaves the image, nor vanishes: a hundred times %s (sizing: %s) ends at %j',
    (key, isSizing, expected) => {
      let part = FIRST_PART;
      for (let times = 0; times < 100; times += 1) part = partByKey(part, key, isSizing) ?? part;
      expect(rounded(part)).toEqual(expected);
    },
  );

  it.each([
    [
      [0.1, 0.2],
      [0.6, 0.5],
      [10, 20, 50, 30],
    ],
    [
      [0.6, 0.5],
      [0.1, 0.2],
      [10, 20, 50, 30],
    ],
    [
      [-0.5, 0.2],
      [0.3, 1.7],
      [0, 20, 30, 80],
    ],
    [[0.1, 0.2], [0.11, 0.9], undefined],
    [[0.1, 0.2], [0.1, 0.2], undefined],
    [[1.2, 0], [2, 1], undefined],
  ] as const)('between %j and %j is %j', ([x, y], [otherX, otherY], expected) => {
    expect(rounded(partBetween({ x, y }, { x: otherX, y: otherY }))).toEqual(expected);
  });
});

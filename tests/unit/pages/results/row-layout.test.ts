import { expect, it } from 'vitest';
import { rowLayout } from '../../../../src/pages/results/use-row-layout.ts';

it.each([
  [320, 1, 'narrow', 152],
  [759, 1, 'narrow', 152],
  [760, 1, 'middle', 68],
  [1_099, 1, 'middle', 68],
  [1_100, 1, 'wide', 68],
  // Text at 200 % needs twice the room.
  [1_100, 2, 'narrow', 304],
  [1_600, 2, 'middle', 136],
  [2_200, 2, 'wide', 136],
] as const)('in a window of %i px with text %i times its size, rows are %s and %i px high', (...told) => {
  const [width, textScale, name, height] = told;
  const headings = { day: 44 * textScale, page: 34 * textScale };
  expect(rowLayout(width, textScale, false)).toEqual({ name, textScale, height, headings });
});

it('a row below the heading of its page is lower where it would have shown the page', () => {
  expect([320, 800, 1_400].map((width) => rowLayout(width, 1, true).height)).toEqual([128, 68, 68]);
});

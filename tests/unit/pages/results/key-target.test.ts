import { expect, it } from 'vitest';
import { keyTarget } from '../../../../src/pages/results/key-target.ts';

const press = (key: string, at: number, told: Partial<Pick<KeyboardEvent, 'ctrlKey'>> = {}) =>
  keyTarget({ key, ctrlKey: false, altKey: false, metaKey: false, ...told }, { at, count: 100, page: 9 });

it.each([
  ['ArrowDown', 5, 6],
  ['ArrowUp', 5, 4],
  ['PageDown', 5, 14],
  ['PageUp', 15, 6],
  ['Home', 50, 0],
  ['End', 50, 99],
  ['ArrowUp', 0, 0],
  ['ArrowDown', 99, 99],
  ['PageDown', 95, 99],
  ['PageUp', 3, 0],
] as const)('%s in row %d leads to row %d', (key, at, target) => {
  expect(press(key, at)).toBe(target);
});

it('other keys, and those of the browser, lead nowhere', () => {
  expect(press('a', 5)).toBeUndefined();
  expect(press('Tab', 5)).toBeUndefined();
  expect(press('End', 5, { ctrlKey: true })).toBeUndefined();
  expect(
    keyTarget({ key: 'End', ctrlKey: false, altKey: false, metaKey: false }, { at: 0, count: 0, page: 9 }),
  ).toBeUndefined();
});

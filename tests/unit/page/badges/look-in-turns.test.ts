import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { lookInTurns } from '../../../../src/page/badges/look-in-turns.ts';

/** What is looked at is looked at by others: here an element is its number. */
const elements = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => ({ number: from + at }) as unknown as Element);

let frame: (() => void)[] = [];
const nextFrame = () => {
  const now = frame;
  frame = [];
  for (const callback of now) callback();
};

beforeEach(() => {
  frame = [];
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => frame.push(callback));
});
afterEach(() => void vi.unstubAllGlobals());

it('looks at a few at once, and asks for no frame beyond the one in which there is nothing left', () => {
  const looks: number[] = [];
  lookInTurns(({ length }) => looks.push(length), new AbortController().signal)(elements(3));
  expect(looks).toEqual([3]);
  nextFrame();
  expect(looks).toEqual([3]);
  expect(frame).toEqual([]);
});

it('looks at no more than 50 in one frame, and at all in the end, where all change in every frame', () => {
  const looks: (readonly Element[])[] = [];
  const again = lookInTurns((now) => looks.push(now), new AbortController().signal);
  const all = elements(120);
  for (let at = 0; at < 3; at += 1) {
    again(all);
    nextFrame();
  }
  expect(Math.max(...looks.map(({ length }) => length))).toBe(50);
  expect(new Set(looks.flat()).size).toBe(120);
});

it('looks at nothing once it has been ended', () => {
  const looks: number[] = [];
  const ending = new AbortController();
  lookInTurns(({ length }) => looks.push(length), ending.signal)(elements(60));
  ending.abort();
  nextFrame();
  expect(looks).toEqual([50]);
});

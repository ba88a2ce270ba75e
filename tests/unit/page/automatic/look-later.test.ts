import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLookLater } from '../../../../src/page/automatic/look-later.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What is looked at is looked at by others: here an element is whether it is in the page. */
const element = (isConnected = true) => ({ isConnected }) as Element;

it('looks at what is not ready once more, and lets go what is', () => {
  const look = vi.fn();
  createLookLater(look).add(element());
  vi.advanceTimersByTime(60_000);
  expect(look).toHaveBeenCalledTimes(1);
});

it('looks ever more rarely at what does not get ready, and no more after some seconds', () => {
  const looks: number[] = [];
  const start = Date.now();
  const later = createLookLater((again) => {
    looks.push(Date.now() - start);
    later.add(again);
  });
  later.add(element());
  vi.advanceTimersByTime(3_600_000);
  expect(looks).toEqual([250, 750, 1_750, 3_750, 7_750, 15_750]);
  expect(vi.getTimerCount()).toBe(0);
});

it.each([1_000, 60_000])('looks soon again where the page moves after %d ms, however often', (afterMs) => {
  const look = vi.fn((again: Element) => later.add(again));
  const later = createLookLater(look);
  later.add(element());
  vi.advanceTimersByTime(afterMs);
  look.mockClear();
  for (let frame = 0; frame < 60; frame += 1) {
    later.hurry();
    vi.advanceTimersByTime(16);
  }
  expect(look.mock.calls.length).toBeGreaterThanOrEqual(3);
  expect(look.mock.calls.length).toBeLessThanOrEqual(4);
});

it('lets go what has gone from the page', () => {
  const look = vi.fn();
  createLookLater(look).add(element(false));
  vi.advanceTimersByTime(60_000);
  expect(look).not.toHaveBeenCalled();
});

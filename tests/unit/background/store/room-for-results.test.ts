import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { mayDropResults, tellDropped, tellRoom } from '../../../../src/background/store/room-for-results.ts';
import { droppedResultsItem } from '../../../../src/core/store/dropped-results-item.ts';

const HOUR_MS = 3_600_000;

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ toFake: ['Date'], now: 0 });
});
afterEach(() => void vi.useRealTimers());

it('what was removed adds up, until the user has read of it', async () => {
  await tellDropped({ count: 20, isKept: true });
  await tellDropped({ count: 5, isKept: true });
  expect(await droppedResultsItem.get()).toEqual({ count: 25, isKept: true, isTold: false });
  expect(await mayDropResults()).toBe(true);
});

it('where results were removed to no use, none are for a day, though there was room meanwhile', async () => {
  await tellDropped({ count: 20, isKept: false });
  expect(await mayDropResults()).toBe(false);
  await tellRoom();
  expect((await droppedResultsItem.get())?.isKept).toBe(true);
  vi.setSystemTime(23 * HOUR_MS);
  expect(await mayDropResults()).toBe(false);
  vi.setSystemTime(25 * HOUR_MS);
  expect(await mayDropResults()).toBe(true);
});

it('they may be again once the user has read of it', async () => {
  await tellDropped({ count: 20, isKept: false });
  await droppedResultsItem.remove();
  expect(await mayDropResults()).toBe(true);
});

it('nothing is said of results once there is room, where none had to go', async () => {
  await tellDropped({ count: 0, isKept: false });
  expect((await droppedResultsItem.get())?.isKept).toBe(false);
  await tellRoom();
  expect(await droppedResultsItem.get()).toBeUndefined();
});

it('that it goes on so is not told again', async () => {
  await tellDropped({ count: 20, isKept: false });
  await droppedResultsItem.set({ count: 20, isKept: false, isTold: true, failedAt: 0 });
  await tellDropped({ count: 0, isKept: false });
  expect((await droppedResultsItem.get())?.isTold).toBe(true);
});

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ROOM_KEEPING } from '../../../../src/background/store/room-keeping.ts';
import { droppedResultsItem } from '../../../../src/core/store/dropped-results-item.ts';

const { mayDrop, onDropped, onKept } = ROOM_KEEPING;
const HOUR_MS = 3_600_000;

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ toFake: ['Date'], now: 0 });
});
afterEach(() => void vi.useRealTimers());

it('what was removed adds up, until the user has read of it', async () => {
  await onDropped({ count: 20, isKept: true });
  await onDropped({ count: 5, isKept: true });
  expect(await droppedResultsItem.get()).toEqual({ count: 25, isKept: true, isTold: false });
  expect(await mayDrop()).toBe(true);
});

it('where results were removed to no use, none are for a day, though there was room meanwhile', async () => {
  await onDropped({ count: 20, isKept: false });
  expect(await mayDrop()).toBe(false);
  await onKept();
  expect((await droppedResultsItem.get())?.isKept).toBe(true);
  vi.setSystemTime(23 * HOUR_MS);
  expect(await mayDrop()).toBe(false);
  vi.setSystemTime(25 * HOUR_MS);
  expect(await mayDrop()).toBe(true);
});

it('they may be again once the user has read of it', async () => {
  await onDropped({ count: 20, isKept: false });
  await droppedResultsItem.remove();
  expect(await mayDrop()).toBe(true);
});

it('nothing is said of results once there is room, where none had to go', async () => {
  await onDropped({ count: 0, isKept: false });
  expect((await droppedResultsItem.get())?.isKept).toBe(false);
  await onKept();
  expect(await droppedResultsItem.get()).toBeUndefined();
});

it('that it goes on so is not told again', async () => {
  await onDropped({ count: 20, isKept: false });
  await droppedResultsItem.set({ count: 20, isKept: false, isTold: true, failedAt: 0 });
  await onDropped({ count: 0, isKept: false });
  expect((await droppedResultsItem.get())?.isTold).toBe(true);
});

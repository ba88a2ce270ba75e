import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { withOffscreenDocument } from '../../../../src/background/browser/offscreen.ts';

// The browser goes on listing a document for as long as it is being closed.
let isThere = false;
let created = 0;
const closings: PromiseWithResolvers<void>[] = [];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  created = 0;
  closings.length = 0;
  Object.assign(fakeBrowser.runtime, { getContexts: async () => (isThere ? [{}] : []) });
  Object.assign(fakeBrowser, {
    offscreen: {
      createDocument: async () => {
        created += 1;
        isThere = true;
      },
      closeDocument: async () => {
        const closing = Promise.withResolvers<void>();
        closings.push(closing);
        await closing.promise;
        isThere = false;
      },
    },
  });
});

afterEach(() => void vi.useRealTimers());

it('a document that is being closed is not used: the next work waits, and has one of its own', async () => {
  await withOffscreenDocument(async () => undefined, { isHeavy: true });
  const seen: boolean[] = [];
  const next = withOffscreenDocument(async () => seen.push(isThere));
  await Promise.resolve();
  expect(closings).toHaveLength(1);
  expect(seen).toEqual([]);
  closings[0]?.resolve();
  await next;
  expect(seen).toEqual([true]);
  await closeAll();
});

it('a document serves what comes soon after, and is closed some time after the last use', async () => {
  for (let use = 0; use < 3; use += 1) {
    await withOffscreenDocument(async () => undefined);
    await vi.advanceTimersByTimeAsync(9_000);
  }
  expect([created, closings.length]).toEqual([1, 0]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(closings).toHaveLength(1);
  await closeAll();
  await withOffscreenDocument(async () => undefined);
  expect(created).toBe(2);
  await closeAll();
});

it('a document that the browser has taken away is opened again', async () => {
  await withOffscreenDocument(async () => undefined);
  isThere = false;
  await withOffscreenDocument(async () => undefined);
  expect(created).toBe(2);
  await closeAll();
});

/** Leaves no document behind. */
async function closeAll(): Promise<void> {
  await vi.advanceTimersByTimeAsync(60_000);
  for (const closing of closings) closing.resolve();
  await vi.advanceTimersByTimeAsync(0);
}

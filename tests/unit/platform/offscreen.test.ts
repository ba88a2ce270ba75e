import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { withOffscreenDocument } from '../../../src/platform/offscreen.ts';

// The browser goes on listing a document for as long as it is being closed.
let isThere = false;
const closings: PromiseWithResolvers<void>[] = [];

beforeEach(() => {
  Object.assign(fakeBrowser.runtime, { getContexts: async () => (isThere ? [{}] : []) });
  Object.assign(fakeBrowser, {
    offscreen: {
      createDocument: async () => {
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

it('a document that is being closed is not used: the next work waits, and has one of its own', async () => {
  await withOffscreenDocument(async () => undefined);
  const seen: boolean[] = [];
  const next = withOffscreenDocument(async () => seen.push(isThere));
  await vi.waitFor(() => expect(closings).toHaveLength(1));
  await Promise.resolve();
  expect(seen).toEqual([]);
  closings[0]?.resolve();
  await next;
  expect(seen).toEqual([true]);
});

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readMedia } from '../../../../src/background/read/read-media.ts';
import { createRemembered } from '../../../../src/background/read/remembered.ts';
import type { CheckRecord } from '../../../../src/core/check/check-record.ts';

/** A check of media in a page without any address, which sends no referrer. The user said yes to this private host. */
const check = (kind: 'image' | 'video'): CheckRecord => ({
  id: '1',
  media: {
    kind,
    pointedBy: 'menu',
    url: 'http://10.0.0.5/a',
    pageUrl: 'about:blank',
    tabId: 1,
    frameId: 0,
    isPrivate: false,
  },
  state: 'reading',
  fromScreen: false,
  startedAt: 0,
  agreed: ['private-network'],
});

// Its rules are the browser's, which is not here.
vi.mock('../../../../src/background/browser/cookie-guard.ts', () => ({
  withCookiesOfOneOrigin: (_url: string, request: () => Promise<Response>) => request(),
}));

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(async () => true);
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(async () => ({ unreadable: true }));
});

describe('the background reads', () => {
  it.each(['image', 'video'] as const)(
    'an old %s of its own cache in no step, nor what an earlier step was given',
    async (kind) => {
      const asked: (RequestInit | undefined)[] = [];
      const fetch = async (_url: unknown, init?: RequestInit) => {
        if (!new Headers(init?.headers).has('range')) asked.push(init); // A refused video is asked for again, as players ask.
        return new Response('no', { status: 403 });
      };
      const nothing = () => undefined;
      const { signal } = new AbortController();
      const sources = { fetch, files: createRemembered<Blob>() };
      const read = readMedia(sources, check(kind), { signal, onProgress: nothing, onConverting: nothing });
      await expect(read).rejects.toMatchObject({ data: { code: 'media-unreadable', status: 403 } });
      expect(asked.map((init) => [init?.credentials, init?.cache])).toEqual([
        ['omit', 'no-cache'],
        ['include', 'no-store'],
      ]);
    },
  );
});

import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { MediaKind } from '../../../../src/core/check/media-reference.ts';
import { AppError } from '../../../../src/core/errors/app-error.ts';
import type { ErrorData } from '../../../../src/core/errors/error-data.ts';
import { desk, MEDIA, useCheckDesk } from './check-bed.ts';

useCheckDesk();

describe('a check that comes to nothing', () => {
  it('says `unexpected` for a fault of this software, and reports it', async () => {
    const { open, run, store } = desk({
      readMedia: async () => {
        throw new TypeError('a fault');
      },
    });
    const { id } = open(MEDIA);
    await run(id);
    expect(store.get(id)?.error).toEqual({ code: 'unexpected' });
    expect(console.error).toHaveBeenCalledWith('Check with BitMind:', 'TypeError', expect.any(String));
  });

  const unread = { code: 'media-unreadable' } as const;
  const BLOB = 'blob:https://news.example/1';
  it.each<[string, ErrorData, MediaKind, boolean, ErrorData]>([
    ['may be on a site that is not allowed', unread, 'image', false, { code: 'media-elsewhere' }],
    ['is on no other site, where all are allowed', unread, 'video', true, unread],
    ['was refused by its server', { ...unread, status: 403 }, 'image', false, { ...unread, status: 403 }],
    ['is a plain image', { code: 'blank-picture' }, 'image', false, { code: 'blank-picture' }],
    [
      'is a video, plain on the screen',
      { code: 'blank-picture' },
      'video',
      false,
      { code: 'video-still', look: 'black' },
    ],
  ])('says of a file that cannot be used what is true of it: it %s', async (_name, error, kind, hasAllSites, said) => {
    Object.assign(fakeBrowser.permissions, { contains: async () => hasAllSites });
    const { open, run, store } = desk({ readMedia: () => Promise.reject(new AppError(error)) });
    const { id } = open({ ...MEDIA, kind });
    await run(id);
    expect(store.get(id)?.error).toEqual(said);
  });

  it.each<[string, unknown, ErrorData, ErrorData]>([
    ['is closed', undefined, unread, { code: 'page-gone' }],
    ['has made way for another', { kind: 'gone' }, unread, { code: 'page-gone' }],
    ['went while it was recorded', { kind: 'gone' }, { code: 'media-gone' }, { code: 'page-gone' }],
    ['is there', { kind: 'address', url: BLOB }, unread, unread],
    ['is there, with a file that is none', { kind: 'gone' }, { code: 'blank-picture' }, { code: 'blank-picture' }],
  ])(
    'says of a file that its page alone has what became of it, where the page %s',
    async (_name, found, error, said) => {
      Object.assign(fakeBrowser.tabs, { sendMessage: async () => found });
      Object.assign(fakeBrowser.scripting, { executeScript: async () => [] });
      const { open, run, store } = desk({ readMedia: () => Promise.reject(new AppError(error)) });
      const { id } = open({ ...MEDIA, url: BLOB });
      await run(id);
      expect(store.get(id)?.error).toEqual(said);
    },
  );
});

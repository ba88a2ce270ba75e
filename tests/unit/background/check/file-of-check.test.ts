import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ReadOutcome } from '../../../../src/background/read/read-outcome.ts';
import type { CheckRecord } from '../../../../src/core/check/check-record.ts';
import { AppError } from '../../../../src/core/errors/app-error.ts';
import { speakEnglish } from '../../english.ts';
import { tinyJpeg } from '../../tiny-images.ts';
import { type Beyond, desk, INTRANET, MEDIA, useCheckDesk } from './check-bed.ts';

useCheckDesk();

let resultHandlers: typeof import('../../../../src/background/answer/result-handlers.ts').resultHandlers;

beforeAll(async () => {
  ({ resultHandlers } = await import('../../../../src/background/answer/result-handlers.ts'));
});
beforeEach(() => {
  speakEnglish();
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '1' }) });
  Object.assign(fakeBrowser.tabs, { get: async (tabId: number) => ({ url: tabId === 1 ? MEDIA.pageUrl : undefined }) });
});

const SENDER = { kind: 'extension-page' } as const;

const read = (text: string): ReadOutcome => ({
  prepared: { image: tinyJpeg(), original: new Blob([text]), convertedFrom: 'AVIF' },
  method: 'page',
});

/** A check that is done, changed as told; what its media is read as after that. */
async function checked(change: Partial<CheckRecord> = {}, again = read('the file'), parts: Partial<Beyond> = {}) {
  let reads = 0;
  const made = desk({ readMedia: async () => (reads++ === 0 ? read('the file') : again), ...parts });
  const { id } = made.open(MEDIA);
  await made.run(id);
  const check = made.store.get(id);
  if (check?.state !== 'done') throw new Error('the check is not done');
  made.store.put({ ...check, ...change });
  const handlers = resultHandlers(made, made);
  const ask = (checkId: string) => ({
    file: async () => (await handlers.getFile({ checkId }, SENDER)).text(),
    hasFile: async () => (await handlers.getResult({ checkId }, SENDER))?.elsewhere?.hasFile,
  });
  return { ...made, id, ask, ...ask(id) };
}

describe('the file of a check', () => {
  it('is what was read, where that was converted to be sent', async () => {
    const { file, hasFile } = await checked();
    expect(await hasFile()).toBe(true);
    expect(await file()).toBe('the file');
  });

  it('is had without a verdict too, after a yes to reading', async () => {
    const unjudged = { code: 'not-signed-in' } as const;
    const sender = () => Promise.reject(new AppError(unjudged));
    const private_ = { media: { ...INTRANET, isPrivate: false } };
    const yes = { agreedToRead: ['private-network' as const], agreedHosts: ['intranet.local'] };
    const { file } = await checked({ ...private_, ...yes }, undefined, { sender });
    expect(await file()).toBe('the file');
    const without = await checked(private_, undefined, { sender });
    await expect(without.file()).rejects.toMatchObject({ data: { code: 'needs-answer' } });
  });

  it('is had where an administrator lets nothing but original files be sent', async () => {
    await fakeBrowser.storage.managed.set({ onlyOriginalFiles: true });
    const { file, hasFile } = await checked();
    expect(await hasFile()).toBe(true);
    expect(await file()).toBe('the file');
  });

  it('is that of the whole image for a part', async () => {
    const { store, ask, id } = await checked();
    const whole = store.get(id);
    if (!whole) throw new Error('there is no check');
    const share = { left: 0, top: 0, width: 0.5, height: 0.5 };
    store.put({ ...whole, id: 'part', part: { parentId: id, sha256: '', share } });
    expect(await ask('part').file()).toBe('the file');
  });

  it.each([
    ['the page has another', {}, { prepared: { image: new Blob(['x']) }, method: 'page' }, 'media-changed'],
    ['its site is to be allowed first', {}, { accessNeededFor: 'https://cdn.example' }, 'media-changed'],
    ['it was on the screen', { read: { method: 'screen', type: 'image/png', sizeBytes: 1, sha256: '' } }, undefined],
    ['the check has come to nothing', { state: 'failed' }, undefined],
  ] satisfies readonly (readonly [string, Partial<CheckRecord>, ReadOutcome | undefined, string?])[])(
    'is not had where %s',
    async (_name, change, again, code = 'message-refused') => {
      const { file } = await checked(change, again);
      await expect(file()).rejects.toMatchObject({ data: { code } });
    },
  );

  it.each([
    ['its page has gone', { media: { ...MEDIA, tabId: 2 } }],
    ['it was on the screen', { read: { method: 'screen', type: 'image/png', sizeBytes: 1, sha256: '' } }],
    ['it was given, and is let go of', { media: { kind: 'image', fileName: 'a.jpg', isPrivate: false } }],
  ] satisfies readonly (readonly [string, Partial<CheckRecord>])[])(
    'is not offered where %s',
    async (_name, change) => {
      const { hasFile } = await checked(change);
      expect(await hasFile()).toBe(false);
    },
  );
});

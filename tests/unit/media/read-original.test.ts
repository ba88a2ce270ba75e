import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/errors/app-error.ts';
import { identifyImage } from '../../../src/media/identify-image.ts';
import { type OriginalReadParts, readOriginal } from '../../../src/media/read-original.ts';
import { smallPng, tinyJpeg } from '../tiny-images.ts';

const LIMITS = { types: ['image/jpeg', 'image/png', 'image/webp'], maxBytes: 100_000 };
const URL = 'https://cdn.example/a.jpg';
const html = () => new Blob(['<!doctype html><title>Sign in</title>'], { type: 'image/jpeg' });
const refused = async () => {
  throw new AppError({ code: 'media-unreadable', status: 403 });
};

/** A ladder on which every step fails unless a test says otherwise. */
function ladder(steps: Partial<OriginalReadParts>): OriginalReadParts {
  return {
    readInPage: async () => ({ unreadable: true }),
    hasAccess: async () => true,
    fetchOriginal: refused,
    prepare: async (read) => ({ image: (await identifyImage(read, LIMITS)).original }),
    ...steps,
  };
}

describe('the ladder of bytes', () => {
  it('takes what the page can read, under its true type', async () => {
    const readInPage = async () => ({ blob: new Blob([smallPng()], { type: 'text/plain' }) });
    const read = await readOriginal(URL, ladder({ readInPage }));
    expect(read).toMatchObject({ method: 'page' });
    expect('prepared' in read && read.prepared.image.type).toBe('image/png');
  });

  it('asks for access where the page cannot read and the background may not', async () => {
    const read = await readOriginal(URL, ladder({ hasAccess: async () => false }));
    expect(read).toEqual({ accessNeededFor: 'https://cdn.example' });
  });

  it('goes past a login page in the place of the picture', async () => {
    const readInPage = async () => ({ blob: html() });
    const fetchOriginal = async () => tinyJpeg();
    expect(await readOriginal(URL, ladder({ readInPage, fetchOriginal }))).toMatchObject({ method: 'direct' });
  });

  it('reads with cookies what is refused without', async () => {
    const fetchOriginal = (credentials: string) =>
      credentials === 'include' ? Promise.resolve(tinyJpeg()) : refused();
    expect(await readOriginal(URL, ladder({ fetchOriginal }))).toMatchObject({ method: 'direct-with-cookies' });
  });

  it('decodes a data address in the background where the page has no script', async () => {
    const hasAccess = async () => false;
    const fetchOriginal = async () => tinyJpeg();
    const read = await readOriginal('data:image/jpeg;base64,AA', ladder({ hasAccess, fetchOriginal }));
    expect(read).toMatchObject({ method: 'direct' });
  });

  it.each([
    [
      'HTML at every step',
      { readInPage: async () => ({ blob: html() }), fetchOriginal: async () => html() },
      URL,
      { code: 'not-a-picture', found: 'HTML' },
    ],
    ['a refusal at every step', {}, URL, { code: 'media-unreadable', status: 403 }],
    ['a blob address out of the page', {}, 'blob:https://a.example/1', { code: 'media-unreadable' }],
    [
      'too many bytes',
      { fetchOriginal: async () => new Blob([tinyJpeg(), new Uint8Array(100_000)]) },
      URL,
      { code: 'too-large' },
    ],
    [
      'a HEIC',
      { fetchOriginal: async () => new Blob(['\0\0\0\x10ftypheic\0\0\0\0']) },
      URL,
      { code: 'format-unsupported', format: 'HEIC' },
    ],
    ['no bytes', { fetchOriginal: async () => new Blob([]) }, URL, { code: 'not-a-picture' }],
  ])('ends in a named error for %s', async (_name, steps, url, data) => {
    await expect(readOriginal(url, ladder(steps))).rejects.toMatchObject({ data });
  });
});

import { describe, expect, it, vi } from 'vitest';
import { identifyImage } from '../../../../src/background/read/identify-image.ts';
import { type OriginalReadParts, readOriginal } from '../../../../src/background/read/read-original.ts';
import { AppError } from '../../../../src/core/errors/app-error.ts';
import { smallPng, tinyJpeg } from '../../tiny-images.ts';

const LIMITS = { types: ['image/jpeg', 'image/png', 'image/webp'], maxBytes: 100_000 };
const URL = 'https://cdn.example/a.jpg';
const REFERRER = 'https://news.example/';
const SHOWN = { width: 400, height: 200 };
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

  it.each([
    ['was refused as its element is', { status: 404 }, { code: 'media-unreadable', status: 404 }],
    ['is given one picture after the other', { isEndless: true }, { code: 'not-a-picture', found: 'MJPEG' }],
  ] as const)('asks for no access where the page %s', async (_name, told, data) => {
    const readInPage = async () => ({ unreadable: true, ...told }) as const;
    const read = readOriginal(URL, ladder({ readInPage, hasAccess: async () => false }));
    await expect(read).rejects.toMatchObject({ data });
  });

  it('goes on to the pixels where the page is given another picture than its element, which may be read', async () => {
    const readInPage = async () => ({ blob: smallPng(), shown: { ...SHOWN, print: [0] } });
    const prepare = async () => {
      throw new AppError({ code: 'other-picture' });
    };
    const fetchOriginal = vi.fn<OriginalReadParts['fetchOriginal']>(refused);
    const read = readOriginal(URL, ladder({ readInPage, prepare, fetchOriginal }));
    await expect(read).rejects.toMatchObject({ data: { code: 'other-picture' } });
    expect(fetchOriginal).not.toHaveBeenCalled();
  });

  describe('where the page is given a smaller file than what it shows', () => {
    const readInPage = async () => ({ blob: smallPng(), shown: SHOWN });
    const prepare = async (image: Blob) => ({ image, isSmaller: image.type === 'image/png' });

    it('takes the whole size from a later step', async () => {
      const fetchOriginal = (credentials: string) =>
        credentials === 'include' ? Promise.resolve(tinyJpeg()) : Promise.resolve(smallPng());
      const read = await readOriginal(URL, ladder({ readInPage, prepare, fetchOriginal }));
      expect(read).toMatchObject({ method: 'direct-with-cookies', prepared: { isSmaller: false } });
    });

    it.each([
      ['no other step has anything', {}],
      ['nobody else may read it', { hasAccess: async () => false }],
    ])('has that file where %s', async (_name, steps) => {
      const read = await readOriginal(URL, ladder({ readInPage, prepare, ...steps }));
      expect(read).toMatchObject({ method: 'page', prepared: { isSmaller: true } });
    });
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

  it("reads with the page's referrer what is refused without", async () => {
    const fetchOriginal = (credentials: string, referrer?: string) =>
      credentials === 'include' && referrer === REFERRER ? Promise.resolve(tinyJpeg()) : refused();
    const read = await readOriginal(URL, ladder({ fetchOriginal, referrer: REFERRER }));
    expect(read).toMatchObject({ method: 'direct-with-referrer' });
  });

  it('tells the site no more than it takes: cookies and referrer come last', async () => {
    const fetchOriginal = vi.fn<OriginalReadParts['fetchOriginal']>(refused);
    await expect(readOriginal(URL, ladder({ fetchOriginal, referrer: REFERRER }))).rejects.toThrow();
    expect(fetchOriginal.mock.calls).toEqual([['omit'], ['include'], ['include', REFERRER]]);
  });

  it('has no step with a referrer where the page sends none', async () => {
    const fetchOriginal = vi.fn<OriginalReadParts['fetchOriginal']>(refused);
    await expect(readOriginal(URL, ladder({ fetchOriginal }))).rejects.toThrow();
    expect(fetchOriginal.mock.calls).toEqual([['omit'], ['include']]);
  });

  it.each([
    ['nothing (204)', async () => new Blob([])],
    ['a login page', async () => html()],
    ['a placeholder of other proportions', async () => smallPng()],
    ['a refusal', refused],
  ])('goes past %s at every step to the one that has the picture', async (_name, other) => {
    const readInPage = async () => ({ unreadable: true as const, shown: SHOWN });
    const fetchOriginal = async (_credentials: string, referrer?: string) => (referrer ? tinyJpeg() : other());
    // Stands for the decoder, which is the browser's: a PNG has other proportions than what is shown.
    const prepare: OriginalReadParts['prepare'] = async (read, shown) => {
      const { original } = await identifyImage(read, LIMITS);
      if (shown === SHOWN && original.type === 'image/png') throw new AppError({ code: 'other-picture' });
      return { image: original };
    };
    const read = await readOriginal(URL, ladder({ readInPage, fetchOriginal, prepare, referrer: REFERRER }));
    expect(read).toMatchObject({ method: 'direct-with-referrer' });
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

import { afterEach, describe, expect, it, vi } from 'vitest';
import { readOriginal } from '../../../../src/background/read/read-original.ts';
import { PRINT_LENGTH } from '../../../../src/core/media/picture-print.ts';
import { smallPng, tinyJpeg } from '../../tiny-images.ts';
import { readingIn, SHOWN, type Surroundings, type Told } from './fake-surroundings.ts';

const URL = 'https://cdn.example/a.jpg';
const PAGE = 'https://news.example/today';
const REFERRER = 'https://news.example/';
const html = () => new Blob(['<!doctype html><title>Sign in</title>'], { type: 'image/jpeg' });
const refused = () => new Response('no', { status: 403 });
const heic = () => new Blob(['\0\0\0\x10ftypheic\0\0\0\0\0\0\0\x08meta']);

/** Reads where no step works unless a test says otherwise; what the page reads is its script's answer. */
function read(around: Surroundings, { url = URL, pageUrl = 'about:blank' } = {}) {
  return readOriginal(url, readingIn({ page: inPage({ unreadable: true }), ...around }, { url, pageUrl }).reading);
}

const inPage = (readMedia: unknown) => ({ readMedia });

afterEach(() => vi.unstubAllGlobals());

const WITHOUT_COOKIES = { credentials: 'omit', cache: 'no-cache' };
const WITH_COOKIES = { credentials: 'include', cache: 'no-store' };

describe('the ladder of bytes', () => {
  it('takes what the page can read, under its true type', async () => {
    const found = await read({ page: inPage({ blob: new Blob([smallPng()], { type: 'text/plain' }) }) });
    expect(found).toMatchObject({ method: 'page' });
    expect('prepared' in found && found.prepared.image.type).toBe('image/png');
  });

  it('asks for access where the page cannot read and the background may not', async () => {
    expect(await read({ hasAccess: false })).toEqual({ accessNeededFor: 'https://cdn.example' });
  });

  it.each([
    ['was refused as its element is', { status: 404 }, { code: 'media-unreadable', status: 404 }],
    ['is given one picture after the other', { isEndless: true }, { code: 'not-a-picture', found: 'MJPEG' }],
  ] as const)('asks for no access where the page %s', async (_name, told, data) => {
    const found = read({ page: inPage({ unreadable: true, ...told }), hasAccess: false });
    await expect(found).rejects.toMatchObject({ data });
  });

  it('goes on to the pixels where the page is given another picture than its element, which may be read', async () => {
    const shown = { ...SHOWN, print: new Array<number>(PRINT_LENGTH).fill(0) };
    const { reading, told } = readingIn(
      { page: inPage({ blob: smallPng(), shown }), look: () => ({ width: 300, height: 300 }) },
      { url: URL },
    );
    await expect(readOriginal(URL, reading)).rejects.toMatchObject({ data: { code: 'other-picture' } });
    expect(told).toEqual([]);
  });

  describe('where the page is given a smaller file than what it shows', () => {
    const page = inPage({ blob: smallPng(), shown: SHOWN });
    const look = ({ type }: Blob) => (type === 'image/png' ? { width: 200, height: 100 } : SHOWN);

    it('takes the whole size from a later step', async () => {
      const site = ({ credentials }: Told) => (credentials === 'include' ? tinyJpeg() : smallPng());
      const found = await read({ page, look, site });
      expect(found).toMatchObject({ method: 'direct-with-cookies' });
      expect('prepared' in found && found.prepared.isSmaller).toBeFalsy();
    });

    it.each<readonly [string, Surroundings]>([
      ['no other step has anything', {}],
      ['nobody else may read it', { hasAccess: false }],
    ])('has that file where %s', async (_name, around) => {
      expect(await read({ page, look, ...around })).toMatchObject({ method: 'page', prepared: { isSmaller: true } });
    });
  });

  it('goes past a login page in the place of the picture', async () => {
    expect(await read({ page: inPage({ blob: html() }), site: () => tinyJpeg() })).toMatchObject({ method: 'direct' });
  });

  it('reads with cookies what is refused without', async () => {
    const site = ({ credentials }: Told) => (credentials === 'include' ? tinyJpeg() : refused());
    expect(await read({ site })).toMatchObject({ method: 'direct-with-cookies' });
  });

  it('tells of a private window neither cookies nor a referrer, and stores nothing', async () => {
    const { reading, told } = readingIn({ site: refused }, { url: URL, pageUrl: PAGE, isPrivate: true });
    await expect(readOriginal(URL, reading)).rejects.toMatchObject({ data: { code: 'media-unreadable' } });
    expect(told).toEqual([{ credentials: 'omit', cache: 'no-store' }]);
  });

  it("reads with the page's referrer what is refused without", async () => {
    const site = ({ credentials, referrer }: Told) =>
      credentials === 'include' && referrer === REFERRER ? tinyJpeg() : refused();
    expect(await read({ site }, { pageUrl: PAGE })).toMatchObject({ method: 'direct-with-referrer' });
  });

  it('keeps what the server says to recognise the file by', async () => {
    const site = () => new Response(tinyJpeg(), { headers: { etag: '"1"' } });
    expect(await read({ site })).toMatchObject({ method: 'direct', validators: { etag: '"1"' } });
  });

  it('tells the site no more than it takes: cookies and referrer come last', async () => {
    const { reading, told } = readingIn({}, { url: URL, pageUrl: PAGE });
    await expect(readOriginal(URL, reading)).rejects.toThrow();
    expect(told).toEqual([WITHOUT_COOKIES, WITH_COOKIES, { ...WITH_COOKIES, referrer: REFERRER }]);
  });

  it('has no step with a referrer where the page sends none', async () => {
    const { reading, told } = readingIn({}, { url: URL });
    await expect(readOriginal(URL, reading)).rejects.toThrow();
    expect(told).toEqual([WITHOUT_COOKIES, WITH_COOKIES]);
  });

  it.each<readonly [string, () => Response | Blob]>([
    ['nothing (204)', () => new Response(null, { status: 204 })],
    ['a login page', html],
    ['a placeholder of other proportions', smallPng],
    ['a refusal', refused],
  ])('goes past %s at every step to the one that has the picture', async (_name, other) => {
    const page = inPage({ unreadable: true, shown: SHOWN });
    const look = ({ type }: Blob) => (type === 'image/png' ? { width: 300, height: 300 } : SHOWN);
    const site = ({ referrer }: Told) => (referrer === undefined ? other() : tinyJpeg());
    expect(await read({ page, look, site }, { pageUrl: PAGE })).toMatchObject({ method: 'direct-with-referrer' });
  });

  it('decodes a data address in the background where the page has no script', async () => {
    const found = await read(
      { page: {}, hasAccess: false, site: () => tinyJpeg() },
      { url: 'data:image/jpeg;base64,AA' },
    );
    expect(found).toMatchObject({ method: 'direct' });
  });

  it.each<readonly [string, Surroundings, string, object]>([
    [
      'HTML at every step',
      { page: inPage({ blob: html() }), site: html },
      URL,
      { code: 'not-a-picture', found: 'HTML' },
    ],
    ['a refusal at every step', {}, URL, { code: 'media-unreadable', status: 403 }],
    ['a blob address out of the page', {}, 'blob:https://a.example/1', { code: 'media-unreadable' }],
    [
      'too many bytes',
      { site: () => new Response('', { headers: { 'content-length': '100000001' } }) },
      URL,
      { code: 'too-large' },
    ],
    ['a HEIC', { site: heic }, URL, { code: 'format-unsupported', format: 'HEIC' }],
    ['no bytes', { site: () => new Blob([]) }, URL, { code: 'not-a-picture' }],
  ])('ends in a named error for %s', async (_name, around, url, data) => {
    await expect(read(around, { url })).rejects.toMatchObject({ data });
  });
});

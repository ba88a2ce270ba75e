import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { workInBackground } from '../../../../src/background/offscreen-link/in-document.ts';
import { readPicture } from '../../../../src/background/read/read-picture.ts';
import type { Reading } from '../../../../src/background/read/reading.ts';
import type { CheckRecord } from '../../../../src/core/check/check-record.ts';
import type { PageMedia } from '../../../../src/core/check/media-reference.ts';
import { AppError } from '../../../../src/core/errors/app-error.ts';
import { smallPng, tinyJpeg } from '../../tiny-images.ts';
import { AREA, readingIn, SHOWN, type Surroundings } from './fake-surroundings.ts';

const URL_OF_IMAGE = 'blob:https://page.example/1'; // No step of the background can read it.
const CDN = 'https://cdn.example/a.jpg';
const WITH_PIXELS = { readPixels: { blob: smallPng() } };
const ON_SCREEN = { placeOnScreen: AREA };

/** A ladder of which no step works, unless a test says otherwise. `media`: without an address, as a canvas. */
function read(around: Surroundings, media: Partial<PageMedia> = { url: URL_OF_IMAGE }, rules?: Partial<Reading>) {
  const page = { readMedia: { unreadable: true }, readPixels: { unreadable: true }, ...around.page };
  return readPicture({ ...readingIn({ ...around, page }, media).reading, ...rules });
}

afterEach(() => vi.unstubAllGlobals());

describe('the ladder of bytes', () => {
  it('takes the original file where it can be had, and looks no further', async () => {
    const page = { readMedia: { blob: tinyJpeg() }, ...WITH_PIXELS, ...ON_SCREEN };
    expect(await read({ page })).toMatchObject({ method: 'page' });
  });

  it('takes the pixels of the element when there is no file any more', async () => {
    expect(await read({ page: WITH_PIXELS })).toMatchObject({ method: 'pixels' });
  });

  it('takes a file that is smaller than what is shown only where there are no pixels', async () => {
    const look = ({ type }: Blob) => (type === 'image/jpeg' ? { width: 200, height: 100 } : SHOWN);
    const page = { readMedia: { blob: tinyJpeg(), shown: SHOWN }, ...ON_SCREEN };
    expect(await read({ page: { ...page, ...WITH_PIXELS }, look }, { url: CDN })).toMatchObject({ method: 'pixels' });
    expect(await read({ page, look }, { url: CDN })).toMatchObject({ method: 'page' });
  });

  it('has an SVG that it may not draw drawn by the page, in the size that is shown', async () => {
    const nothing = () => Promise.reject(new Error('nobody asks for it'));
    workInBackground({
      readFileMetadata: nothing,
      frameThatShows: nothing,
      upload: nothing,
      convertVideo: nothing,
      cutVideo: nothing,
    }); // As in Firefox.
    const svg = new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>']);
    expect(await read({ page: { readMedia: { blob: svg }, ...WITH_PIXELS } })).toMatchObject({ method: 'pixels' });
    const asked = expect.objectContaining({
      type: 'readPixels',
      request: expect.objectContaining({ isDrawing: true }),
    });
    expect(fakeBrowser.tabs.sendMessage).toHaveBeenCalledWith(1, asked, { frameId: 0 });
  });

  it('takes what is on the screen when the pixels cannot be had', async () => {
    expect(await read({ page: ON_SCREEN })).toMatchObject({ method: 'screen' });
  });

  it('takes no part of a picture without being asked to', async () => {
    const page = { placeOnScreen: { ...AREA, isPartial: true } };
    await expect(read({ page })).rejects.toMatchObject({ data: { code: 'media-unreadable' } });
  });

  it('takes the screen where a drawing of WebGL reads blank', async () => {
    const blank = new Blob([smallPng(), '\0'], { type: 'image/png' });
    const look = ({ size }: Blob) => ({ ...SHOWN, isPlain: size === blank.size });
    const page = { readPixels: { blob: blank } };
    expect(await read({ page: { ...page, ...ON_SCREEN }, look }, {})).toMatchObject({ method: 'screen' });
    await expect(read({ page, look }, {})).rejects.toMatchObject({ data: { code: 'blank-picture' } });
  });

  it('says of what has no file why the screen does not show it', async () => {
    await expect(read({}, {})).rejects.toMatchObject({ data: { code: 'frame-out-of-reach' } });
    const closed = { page: ON_SCREEN, isScreenClosed: true };
    await expect(read(closed, {})).rejects.toMatchObject({ data: { code: 'capture-failed' } });
    await expect(read({})).rejects.toMatchObject({ data: { code: 'media-unreadable' } });
  });

  describe('a file that its server lets nobody keep', () => {
    const shownAt = (file: object | undefined) => ({ placeOnScreen: { ...AREA, ...(file && { file }) } });
    const ofSite =
      (cacheControl: string, ...files: Blob[]) =>
      () =>
        Object.defineProperty(
          new Response(files.shift() ?? tinyJpeg(), { headers: { 'cache-control': cacheControl } }),
          'url',
          { value: CDN },
        );
    const ofChance = () => ofSite('no-store', new Blob([tinyJpeg(), 'one']), new Blob([tinyJpeg(), 'two']));
    const PLACE = { left: 0, top: 0, width: 400, height: 200, fit: 'fill', position: '', scale: 1 };
    it('counts where the screen shows it', async () => {
      const around = { page: shownAt(PLACE), site: ofChance() };
      expect(await read(around, { url: CDN })).toMatchObject({ method: 'direct' });
    });

    it('counts where that does not tell, if its address gives it once more', async () => {
      for (const page of [shownAt(undefined), {}])
        expect(await read({ page, site: ofSite('no-store') }, { url: CDN })).toMatchObject({ method: 'direct' });
    });

    it('gives way to the screen where neither tells', async () => {
      const around = { page: shownAt(undefined), site: ofChance() };
      expect(await read(around, { url: CDN })).toMatchObject({ method: 'screen' });
    });

    it('is not sent where the screen cannot be seen either', async () => {
      await expect(read({ site: ofChance() }, { url: CDN })).rejects.toMatchObject({ data: { code: 'other-picture' } });
    });

    it('counts without a look at the screen where it may be kept', async () => {
      expect(await read({ site: ofSite('max-age=600') }, { url: CDN })).toMatchObject({ method: 'direct' });
      expect(await read({ site: ofSite('no-cache') }, { url: CDN })).toMatchObject({ method: 'direct' });
    });
  });

  describe('of what nobody pointed at', () => {
    const automatic = (around: Surroundings) => read(around, { url: CDN, isAutomatic: true });
    const site =
      (...files: Blob[]) =>
      () =>
        Object.defineProperty(new Response(files.shift() ?? tinyJpeg()), 'url', { value: CDN });

    it.each<readonly [string, Surroundings]>([
      ['with pixels', { page: WITH_PIXELS }],
      ['on the screen', { page: ON_SCREEN }],
      ['of which another file comes each time', { page: ON_SCREEN, site: site(new Blob([tinyJpeg(), 'one'])) }],
      [
        'of which the file is smaller than what is shown',
        { page: { ...WITH_PIXELS, readMedia: { blob: tinyJpeg(), shown: { width: 2_000, height: 1_000 } } } },
      ],
    ])('nothing but a file that is vouched for is taken: an image %s', async (_case, around) => {
      await expect(automatic(around)).rejects.toMatchObject({ data: { code: 'needs-answer' } });
    });

    it('a file is, which its page has, or its address gives twice', async () => {
      expect(await automatic({ page: { readMedia: { blob: tinyJpeg() } } })).toMatchObject({ method: 'page' });
      expect(await automatic({ site: site() })).toMatchObject({ method: 'direct' });
    });
  });

  it('says why the original could not be read when nothing else could', async () => {
    const around = { page: { readMedia: { unreadable: true, status: 404 } }, hasAccess: false };
    await expect(read(around, { url: 'https://a/b' })).rejects.toMatchObject({
      data: { code: 'media-unreadable', status: 404 },
    });
  });

  const HEIC = new Blob(['\0\0\0\x10ftypheic\0\0\0\0\0\0\0\x08meta']);
  const tooLarge = { code: 'too-large', limitBytes: 1 } as const;
  const admitSize = () => {
    throw new AppError(tooLarge);
  };
  it.each<readonly [object, Surroundings, Partial<Reading>]>([
    [
      { code: 'blank-picture' },
      { page: { readMedia: { blob: tinyJpeg() } }, look: ({ type }) => ({ ...SHOWN, isPlain: type === 'image/jpeg' }) },
      {},
    ],
    [tooLarge, { page: { readMedia: { sizeBytes: 2 } } }, { admitSize }],
    [{ code: 'format-unsupported', format: 'HEIC' }, { page: { readMedia: { blob: HEIC } } }, {}],
    [
      { code: 'led-to-private', host: '10.0.0.5' },
      { page: { readMedia: { blob: tinyJpeg(), ledTo: 'http://10.0.0.5/a' } } },
      {},
    ],
  ])('ends where the original is %o: pixels and screen would show the same', async (data, around, rules) => {
    const page = { ...around.page, ...ON_SCREEN };
    await expect(read({ ...around, page }, undefined, rules)).rejects.toMatchObject({ data });
  });

  it.each([
    ['10.0.0.5', { method: 'page' }],
    ['10.0.0.6', { code: 'led-to-private', host: '10.0.0.5' }],
  ])('is led to a private host after a yes to that one: %s', async (host, outcome) => {
    const page = { readMedia: { blob: tinyJpeg(), ledTo: 'http://10.0.0.5/a' } };
    const { reading } = readingIn({ page }, { url: CDN });
    const check = { ...reading.check, agreed: ['private-network'], agreedHosts: [host] } satisfies CheckRecord;
    const read = readPicture({ ...reading, check });
    expect(await read.catch(({ data }) => data)).toMatchObject(outcome);
  });

  it('asks for a permission before it takes less than the original', async () => {
    const found = await read({ page: WITH_PIXELS, hasAccess: false }, { url: CDN });
    expect(found).toEqual({ accessNeededFor: 'https://cdn.example' });
  });
});

import { describe, expect, it } from 'vitest';
import { type PictureReadParts, readPicture } from '../../../../src/background/read/read-picture.ts';
import { AppError } from '../../../../src/core/errors/app-error.ts';
import type { ErrorData } from '../../../../src/core/errors/error-data.ts';
import { smallPng, tinyJpeg } from '../../tiny-images.ts';

const URL_OF_IMAGE = 'blob:https://page.example/1'; // No step of the background can read it.
const unreadable = async () => ({ unreadable: true as const });

function fail(data: ErrorData): () => Promise<never> {
  return async () => {
    throw new AppError(data);
  };
}

/** A ladder of which no step works. */
const NO_STEP: PictureReadParts = {
  readInPage: unreadable,
  fetchOriginal: fail({ code: 'media-unreadable' }),
  hasAccess: async () => true,
  prepare: async (image) => ({ image }),
  readPixels: unreadable,
  readScreen: fail({ code: 'capture-failed' }),
};

function read(parts: Partial<PictureReadParts>, url: string | undefined = URL_OF_IMAGE) {
  return readPicture(url, { ...NO_STEP, ...parts });
}

const onScreen = (isPartial: boolean) => async () => ({
  prepared: { image: smallPng() },
  method: 'screen' as const,
  isPartial,
});

describe('the ladder of bytes', () => {
  it('takes the original file where it can be had, and looks no further', async () => {
    const found = await read({
      readInPage: async () => ({ blob: tinyJpeg() }),
      readPixels: async () => {
        throw new Error('nobody asked for pixels');
      },
    });
    expect(found).toMatchObject({ method: 'page' });
  });

  it('takes the pixels of the element when there is no file any more', async () => {
    expect(await read({ readPixels: async () => ({ blob: smallPng() }) })).toMatchObject({ method: 'pixels' });
  });

  it('takes a file that is smaller than what is shown only where there are no pixels', async () => {
    const prepare = async (image: Blob) => ({ image, ...(image.type === 'image/jpeg' && { isSmaller: true }) });
    const smaller = { prepare, readInPage: async () => ({ blob: tinyJpeg() }), readScreen: onScreen(false) };
    const url = 'https://cdn.example/a.jpg';
    expect(await read({ ...smaller, readPixels: async () => ({ blob: smallPng() }) }, url)).toMatchObject({
      method: 'pixels',
    });
    expect(await read(smaller, url)).toMatchObject({ method: 'page' });
  });

  it('takes what is on the screen when the pixels cannot be had', async () => {
    expect(await read({ readScreen: onScreen(false) })).toMatchObject({ method: 'screen' });
  });

  it('takes no part of a picture without being asked to', async () => {
    await expect(read({ readScreen: onScreen(true) })).rejects.toMatchObject({ data: { code: 'media-unreadable' } });
  });

  it('takes the screen where a drawing of WebGL reads blank', async () => {
    const prepare = async (image: Blob) => {
      if (image.type === 'image/png') throw new AppError({ code: 'blank-picture' });
      return { image };
    };
    const blank = { prepare, readPixels: async () => ({ blob: smallPng() }) };
    expect(await readPicture(undefined, { ...NO_STEP, ...blank, readScreen: onScreen(false) })).toMatchObject({
      method: 'screen',
    });
    await expect(readPicture(undefined, { ...NO_STEP, ...blank })).rejects.toMatchObject({
      data: { code: 'blank-picture' },
    });
  });

  it('says of what has no file why the screen does not show it', async () => {
    const readScreen = fail({ code: 'frame-out-of-reach' });
    await expect(readPicture(undefined, { ...NO_STEP, readScreen })).rejects.toMatchObject({
      data: { code: 'frame-out-of-reach' },
    });
    await expect(read({ readScreen })).rejects.toMatchObject({ data: { code: 'media-unreadable' } });
  });

  it('says why the original could not be read when nothing else could', async () => {
    await expect(
      read(
        { readInPage: async () => ({ unreadable: true, status: 404 }), hasAccess: async () => false },
        'https://a/b',
      ),
    ).rejects.toMatchObject({ data: { code: 'media-unreadable', status: 404 } });
  });

  it.each<ErrorData>([
    { code: 'blank-picture' },
    { code: 'too-large', limitBytes: 1 },
    { code: 'format-unsupported', format: 'HEIC' },
    { code: 'led-to-private', host: '10.0.0.5' },
  ])('ends where the original is $code: pixels and screen would show the same', async (data) => {
    const parts = { readInPage: async () => ({ blob: tinyJpeg() }), prepare: fail(data), readScreen: onScreen(false) };
    await expect(read(parts)).rejects.toMatchObject({ data });
  });

  it('asks for a permission before it takes less than the original', async () => {
    const parts = { hasAccess: async () => false, readPixels: async () => ({ blob: smallPng() }) };
    expect(await read(parts, 'https://cdn.example/a.jpg')).toEqual({ accessNeededFor: 'https://cdn.example' });
  });
});

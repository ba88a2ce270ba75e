import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cutVersions, imageVersions } from '../../../../src/background/read/image-versions.ts';
import { createImageBitmap, OffscreenCanvas } from '../../../faults/node/drawing.ts';
import { placePicture } from '../../../fixtures/place-picture.ts';

const box = (left: number, top: number, width: number, height: number) => ({ left, top, width, height });

describe('the parts of an image that are looked at by themselves', () => {
  it.each([
    [
      'a landscape',
      [1_200, 800],
      { square: box(200, 0, 800, 800), 'left-third': box(0, 0, 400, 800), 'right-third': box(800, 0, 400, 800) },
    ],
    [
      'a portrait',
      [800, 1_200],
      { square: box(0, 200, 800, 800), 'top-third': box(0, 0, 800, 400), 'bottom-third': box(0, 800, 800, 400) },
    ],
    [
      'a square',
      [90, 90],
      { square: box(0, 0, 90, 90), 'left-third': box(0, 0, 30, 90), 'right-third': box(60, 0, 30, 90) },
    ],
    [
      'odd sides',
      [101, 50],
      { square: box(25, 0, 50, 50), 'left-third': box(0, 0, 34, 50), 'right-third': box(67, 0, 34, 50) },
    ],
    ['a line', [1, 2], { square: box(0, 0, 1, 1), 'top-third': box(0, 0, 1, 1), 'bottom-third': box(0, 1, 1, 1) }],
  ] as const)('of %s are its centred square and the outer thirds of its long side', (_, [width, height], expected) => {
    const cut = Object.fromEntries(cutVersions({ width, height }).map(({ version, part }) => [version, part]));
    expect(cut).toEqual(expected);
  });
});

describe('the versions of an image', () => {
  beforeEach(() => {
    vi.stubGlobal('createImageBitmap', createImageBitmap);
    vi.stubGlobal('OffscreenCanvas', OffscreenCanvas);
  });
  afterEach(() => vi.unstubAllGlobals());

  it('are six, the image itself the first of them, byte for byte', async () => {
    const image = new Blob([placePicture(60, 30)], { type: 'image/png' });
    const versions = await imageVersions(image, {});
    expect(versions[0]).toEqual({ version: 'original', image });
    expect(versions.map(({ version, image: { type } }) => [version, type])).toEqual([
      ['original', 'image/png'],
      ['half-size', 'image/png'],
      ['re-shared', 'image/jpeg'],
      ['square', 'image/png'],
      ['left-third', 'image/png'],
      ['right-third', 'image/png'],
    ]);
  });

  it('that are too much for one request are not sent', async () => {
    const image = new Blob([placePicture(60, 30), new Uint8Array(100_000_000)], { type: 'image/png' });
    await expect(imageVersions(image, {})).rejects.toMatchObject({
      data: { code: 'too-large', limitBytes: 100_000_000 },
    });
  });
});

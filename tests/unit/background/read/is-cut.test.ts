// @module-tag ffmpeg
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCut } from '../../../../src/background/read/is-cut.ts';
import { type ConvertedName, convertPhotograph } from '../../../fixtures/convert-photograph.ts';
import { makeVideo, type VideoName } from '../../../fixtures/make-video.ts';
import { PHOTOGRAPHS } from '../../../fixtures/photographs.ts';
import { smallPng, tinyJpeg } from '../../tiny-images.ts';

const IMAGES: readonly ConvertedName[] = [
  'a.avif',
  'animated.avif',
  'a.gif',
  'animated.gif',
  'a.png',
  'animated.png',
  'a.webp',
  'animated.webp',
  'a.bmp',
  'a.jxl',
];
const VIDEOS: readonly VideoName[] = ['a.mp4', 'a.mov', 'a.avi', 'a.webm', 'a.mkv', 'fragmented.mp4'];

const FILES: readonly (readonly [name: string, make: () => Promise<Buffer>])[] = [
  ...IMAGES.map((name) => [name, () => convertPhotograph(name)] as const),
  ...VIDEOS.map((name) => [name, () => makeVideo(name)] as const),
  ...PHOTOGRAPHS.map(({ name, path }) => [`${name}.jpg`, async () => readFileSync(path)] as const),
  ['icon.png', async () => Buffer.from(await smallPng().arrayBuffer())],
];
/** These end with any frame, by their formats. */
const ENDS_ANYWHERE = ['a.jxl', 'fragmented.mp4'];

const isPartCut = (file: Buffer, size: number) => isCut(new Blob([Uint8Array.from(file.subarray(0, size))]));

describe('whether a file ends early', () => {
  it.each(FILES)('is known of %s', async (name, make) => {
    const file = await make();
    expect(await isPartCut(file, file.length)).toBe(false);
    if (ENDS_ANYWHERE.includes(name)) return;
    for (const share of [0.2, 0.5, 0.9]) expect(await isPartCut(file, Math.floor(file.length * share))).toBe(true);
    expect(await isPartCut(file, file.length - 6)).toBe(true);
  });

  it.each([
    ['what browsers show behind a JPEG’s end', [tinyJpeg(), new Uint8Array(3), 'more']],
    ['a JPEG with its parts out of order', [tinyJpeg().slice(0, 30), 'x'.repeat(100)]],
    ['a text behind a PNG', [smallPng(), 'more']],
    ['zeros behind a GIF’s last frame', ['GIF89a\x01\0\x01\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0\0\0']],
    ['zeros behind an MP4’s last box', ['\0\0\0\x08ftyp\0\0\0\x08moov\0\0\0']],
    ['a last box without a size', ['\0\0\0\x08ftyp\0\0\0\x08moov\0\0\0\0mdat', 'x'.repeat(50)]],
    ['a WebP without the padding at its end', ['RIFF\x06\0\0\0WEBPx']],
    ['no bytes', []],
    ['a text', ['<svg']],
  ])('is not said of %s', async (_name, parts) => {
    expect(await isCut(new Blob(parts))).toBe(false);
  });

  it.each([
    ['a JPEG with the end of its thumbnail alone', ['\xff\xd8\xff\xe1\0\x08ab\xff\xd9cd']],
    ['an MP4 that ends before what tells of its tracks', ['\0\0\0\x08ftyp\0\0\0\x0cmdatabcd']],
    ['an MP4 that ends in a box’s head', ['\0\0\0\x08ftyp\0\0\0\x08moov\0\0\x10']],
  ])('is said of %s', async (_name, parts) => {
    const bytes = parts.map((one) => new Uint8Array(Buffer.from(one, 'latin1')));
    expect(await isCut(new Blob(bytes))).toBe(true);
  });

  it('comes to an end with any bytes', async () => {
    const starts = [
      '\xff\xd8\xff',
      '\x89PNG\r\n\x1a\n',
      'GIF89a',
      'RIFFabcdWEBP',
      '\0\0\0\x08ftyp',
      '\x1aE\xdf\xa3',
      'BM',
    ];
    const anyFile = fc.tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 2_000 }));
    await fc.assert(
      fc.asyncProperty(anyFile, async ([start, rest]) => {
        const head = new Uint8Array(Buffer.from(start, 'latin1'));
        expect(await isCut(new Blob([head, new Uint8Array(rest)]))).toBeTypeOf('boolean');
      }),
    );
  });
});

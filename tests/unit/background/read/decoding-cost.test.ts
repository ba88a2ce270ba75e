import { expect, it, vi } from 'vitest';
import { isTooLargeToDecode } from '../../../../src/background/read/decoding-cost.ts';
import { isCut } from '../../../../src/background/read/is-cut.ts';
import { cpuTimeOf } from '../../../cpu-time.ts';
import { pngOfOneColour } from '../../../e2e/hostile/png-of-one-colour.ts';
import { scannedJpeg } from '../../../fixtures/scanned-jpeg.ts';
import { box } from '../../offscreen/file-metadata/files-with-metadata.ts';
import { smallPng, tinyJpeg } from '../../tiny-images.ts';

const blobOf = (...parts: readonly (Buffer | Blob)[]) =>
  new Blob(parts.map((part) => (part instanceof Blob ? part : Uint8Array.from(part))));

/** A BMP's two headers, of which the second may be of 1987. */
function bmp(width: number, height: number, header = 40): Buffer {
  const file = Buffer.alloc(54);
  file.write('BM');
  file.writeUInt32LE(header, 14);
  if (header === 12) {
    file.writeUInt16LE(width, 18);
    file.writeUInt16LE(height, 20);
    return file;
  }
  file.writeInt32LE(width, 18);
  file.writeInt32LE(height, 22);
  return file;
}

/** The beginning of a GIF whose first picture has another size than its screen, behind so many notes. */
function gif(screen: number, picture: number, notes = 0): Buffer {
  const head = Buffer.from('GIF89a\0\0\0\0\0\0\0', 'latin1');
  head.writeUInt16LE(screen, 6);
  head.writeUInt16LE(screen, 8);
  const image = Buffer.from([0x2c, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 0, 0]);
  image.writeUInt16LE(picture, 5);
  image.writeUInt16LE(picture, 7);
  const note = Buffer.from([0x21, 0xfe, 255, ...Array(255).fill(0), 0]);
  return Buffer.concat([head, ...Array(notes).fill(note), image]);
}

/** An AVIF of 9 by 9 pixels whose table of properties has so many entries. */
const avif = (entries: number) =>
  Buffer.concat([
    box('ftyp', Buffer.from('avif\0\0\0\0avif')),
    box(
      'meta',
      Buffer.alloc(4),
      box('pitm', Buffer.alloc(6)),
      box(
        'iprp',
        box('ipco', box('ispe', Buffer.from([0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 9]))),
        box('ipma', Buffer.from([0, 0, 0, 0, 255, 255, 255, 255]), Buffer.alloc(entries * 3)),
      ),
    ),
  ]);

/** A JPEG with two megabytes of metadata in front of its dimensions. */
const lateJpeg = (side: number) => {
  const comment = Buffer.concat([Buffer.of(0xff, 0xfe, 0xff, 0xff), Buffer.alloc(65_533)]);
  const jpeg = scannedJpeg(side, 1);
  return blobOf(jpeg.subarray(0, 2), ...Array(32).fill(comment), jpeg.subarray(2));
};

it.each<[what: string, isTooLarge: boolean, image: Blob]>([
  ['a small JPEG', false, tinyJpeg()],
  ['a small PNG', false, smallPng()],
  ['an AVIF with 300,000 properties', false, blobOf(avif(300_000))],
  ['a PNG of 900 megapixels', true, blobOf(pngOfOneColour(30_000))],
  ['a JPEG of 100 megapixels', false, blobOf(scannedJpeg(10_000, 9))],
  ['a JPEG of 144 megapixels', true, blobOf(scannedJpeg(12_000, 1))],
  ['one that says so behind its metadata', true, lateJpeg(12_000)],
  ['a small one with as much metadata', false, lateJpeg(100)],
  ['a JPEG of 100 megapixels that are gone over again and again', true, blobOf(scannedJpeg(10_000, 30))],
  ['one with something between the times', true, blobOf(scannedJpeg(10_000, 30, Buffer.from('x')))],
  ['a small one that is gone over as often', false, blobOf(scannedJpeg(1_000, 30))],
  ['a BMP of 900 megapixels', true, blobOf(bmp(30_000, 30_000))],
  ['one from top to bottom', true, blobOf(bmp(30_000, -30_000))],
  ['one of 1987', true, blobOf(bmp(30_000, 30_000, 12))],
  ['a GIF of 900 megapixels', true, blobOf(gif(30_000, 1))],
  ['one whose first picture alone says so', true, blobOf(gif(1, 30_000))],
  ['one that says so behind its notes', true, blobOf(gif(1, 30_000, 5_000))],
  ['a small GIF', false, blobOf(gif(300, 200, 10))],
  ['a small BMP', false, blobOf(bmp(300, -300))],
])('of %s it is said beforehand whether it is too large to decode: %s', async (_what, isTooLarge, image) => {
  expect(await isTooLargeToDecode(image)).toBe(isTooLarge);
});

/** Followed to its end, it would take a minute. Milliseconds of a processor. */
const FOLLOWING_LIMIT_MS = 3_000;

it('a JPEG of 20 million parts is followed no further than a picture needs', async () => {
  const filled = blobOf(Buffer.of(0xff, 0xd8), Buffer.alloc(20_000_000, 0xff));
  const following = async () => {
    expect(await isTooLargeToDecode(filled)).toBe(true);
    expect(await isCut(filled)).toBe(false);
  };
  expect(await cpuTimeOf(following)).toBeLessThan(FOLLOWING_LIMIT_MS);
});

it('a JPEG of many short scans is read once', async () => {
  const jpeg = blobOf(scannedJpeg(800, 9_000));
  const slice = vi.spyOn(jpeg, 'slice');
  await isCut(jpeg);
  expect(slice.mock.calls.length).toBeLessThan(20);
});

it('a JPEG is gone through once, for its end and for its scans', async () => {
  const jpeg = blobOf(tinyJpeg(), Buffer.alloc(3_000_000));
  const slice = vi.spyOn(jpeg, 'slice');
  await isCut(jpeg);
  const read = slice.mock.calls.length;
  await isTooLargeToDecode(jpeg);
  const after = slice.mock.calls.slice(read).map(([start = 0, end = jpeg.size]) => end - start);
  expect(Math.max(...after)).toBeLessThan(jpeg.size / 2);
});

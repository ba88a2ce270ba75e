// @module-tag ffmpeg
import { expect, it } from 'vitest';
import { isoSeconds } from '../../../../src/background/read/iso-tracks.ts';
import { makeVideo, type VideoName } from '../../../fixtures/make-video.ts';

/** A box with its content. */
function box(type: string, ...content: readonly Uint8Array[]): Uint8Array {
  const body = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

/** Numbers of so many bytes each. */
function numbers(...values: readonly (readonly [value: number, bytes: number])[]): Uint8Array {
  return Buffer.concat(
    values.map(([value, bytes]) => {
      const field = Buffer.alloc(bytes);
      field.writeUIntBE(value, Math.max(0, bytes - 6), Math.min(bytes, 6));
      return field;
    }),
  );
}

const file = (...boxes: readonly Uint8Array[]) => new Blob(boxes.map((one) => new Uint8Array(one)));

/** Version 0 of `mvhd` counts in 32 bits, version 1 in 64; both say when the file was made, and in what unit they count. */
const short = (length: number, scale = 1_000) => box('mvhd', numbers([0, 4], [1, 4], [1, 4], [scale, 4], [length, 4]));
const long = (length: number, scale = 1_000) =>
  box('mvhd', numbers([1, 1], [0, 3], [1, 8], [1, 8], [scale, 4], [length, 8]));

const MADE: readonly (readonly [VideoName, number | undefined])[] = [
  ['a.mp4', 2],
  ['a.mov', 2],
  ['a.avi', undefined],
  ['a.webm', undefined],
];

it.each(MADE)('%s, as ffmpeg makes it, is of %s s', async (name, seconds) => {
  expect(await isoSeconds(new Blob([new Uint8Array(await makeVideo(name))]))).toBe(seconds);
});

it.each([
  ['a short count', file(box('moov', short(61_500))), 61.5],
  ['a long count', file(box('moov', long(2 ** 40, 2 ** 30))), 1_024],
  ['an index behind the pictures', file(box('mdat', Buffer.alloc(99)), box('moov', short(30_000))), 30],
  [
    'fragments of a short count',
    file(box('moov', short(0), box('mvex', box('mehd', numbers([0, 4], [25_000, 4]))))),
    25,
  ],
  [
    'fragments of a long count',
    file(box('moov', short(0), box('mvex', box('mehd', numbers([1, 1], [0, 3], [25_000, 8]))))),
    25,
  ],
  ['fragments that do not say', file(box('moov', short(0))), undefined],
  ['no unit', file(box('moov', short(1_000, 0))), undefined],
  ['an index that ends early', file(box('moov', box('mvhd', numbers([0, 4])))), undefined],
  ['no index', file(box('mdat', Buffer.alloc(99))), undefined],
])('%s is read as far as it goes', async (_what, video, seconds) => {
  expect(await isoSeconds(video)).toBe(seconds);
});

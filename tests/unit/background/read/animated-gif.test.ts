// @module-tag ffmpeg
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isAnimatedGif } from '../../../../src/background/read/is-animated.ts';
import { convertPhotograph } from '../../../fixtures/convert-photograph.ts';

const bytes = (latin1: string) => new Uint8Array(Buffer.from(latin1, 'latin1'));

const HEAD = 'GIF89a\x01\0\x01\0\0\0\0';
const HEAD_WITH_COLOURS = `GIF89a\x01\0\x01\0\x80\0\0${'c'.repeat(6)}`;
const CONTROL = '!\xf9\x04\0\0\0\0\0';
const COMMENT = '!\xfe\x03,;,\0';
const FRAME = ',\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0';
const FRAME_WITH_COLOURS = `,\0\0\0\0\x01\0\x01\0\x80${'c'.repeat(6)}\x02\x02D\x01\0`;
const END = ';';

it.each([
  ['one frame', false, HEAD + FRAME + END],
  [
    'one frame and all that may be beside it',
    false,
    HEAD_WITH_COLOURS + COMMENT + CONTROL + FRAME_WITH_COLOURS + COMMENT + END,
  ],
  ['two frames', true, HEAD + FRAME + FRAME + END],
  [
    'two frames with tables of their own',
    true,
    HEAD_WITH_COLOURS + CONTROL + FRAME_WITH_COLOURS + CONTROL + FRAME + END,
  ],
  ['a second frame after its end', false, HEAD + FRAME + END + FRAME],
  ['an end in the middle of a frame', false, HEAD + FRAME.slice(0, 12)],
  ['no frame', false, HEAD + END],
  ['no bytes', false, ''],
])('a GIF with %s', async (_name, isAnimated, gif) => {
  expect(await isAnimatedGif(new Blob([bytes(gif)]))).toBe(isAnimated);
});

it('comes to an end with any bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (rest) => {
      await isAnimatedGif(new Blob([bytes(HEAD), rest]));
    }),
  );
});

it('knows whole files', async () => {
  expect(await isAnimatedGif(new Blob([await convertPhotograph('animated.gif')]))).toBe(true);
  expect(await isAnimatedGif(new Blob([await convertPhotograph('a.gif')]))).toBe(false);
});

// @module-tag ffmpeg
import { expect, it } from 'vitest';
import { isAnimatedPng } from '../../../../src/background/read/is-animated.ts';
import { convertPhotograph } from '../../../fixtures/convert-photograph.ts';
import { smallPng } from '../../tiny-images.ts';

const SIGNATURE = '\x89PNG\r\n\x1a\n';
const size = (value: number) =>
  String.fromCharCode(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);
const chunk = (type: string, data: string, length = data.length) => `${size(length)}${type}${data}\0\0\0\0`;
const png = (...chunks: readonly string[]) => new Blob([Buffer.from(SIGNATURE + chunks.join(''), 'latin1')]);

const HEADER = chunk('IHDR', '\0'.repeat(13));
const TWO_FRAMES = chunk('acTL', size(2) + size(0));
const PICTURE = chunk('IDAT', 'pixels');
const LONG = chunk('iCCP', 'p'.repeat(100_000));

it.each([
  ['two frames', true, png(HEADER, TWO_FRAMES, PICTURE)],
  ['two frames, after a long profile', true, png(HEADER, LONG, TWO_FRAMES, PICTURE)],
  ['one frame', false, png(HEADER, chunk('acTL', size(1) + size(0)), PICTURE)],
  ['no animation', false, png(HEADER, PICTURE)],
  ['an animation after the picture, which counts for nothing', false, png(HEADER, PICTURE, TWO_FRAMES)],
  ['the name of the chunk in a text', false, png(HEADER, chunk('tEXt', `Comment\0${TWO_FRAMES}`), PICTURE)],
  ['an end in the middle of a chunk', false, png(HEADER, chunk('iCCP', 'p', 1_000))],
  ['a chunk that claims four gigabytes', false, png(HEADER, chunk('iCCP', 'p', 0xff_ff_ff_ff), TWO_FRAMES)],
  ['nothing but its signature', false, png()],
  ['nothing', false, new Blob([])],
])('a PNG with %s', async (_name, isAnimated, file) => {
  expect(await isAnimatedPng(file)).toBe(isAnimated);
});

it('ends with a file that is nothing but chunks', async () => {
  expect(await isAnimatedPng(png(...Array.from({ length: 5_000 }, () => chunk('tEXt', ''))))).toBe(false);
});

it('knows whole files', async () => {
  expect(await isAnimatedPng(new Blob([await convertPhotograph('animated.png')]))).toBe(true);
  expect(await isAnimatedPng(smallPng())).toBe(false);
});

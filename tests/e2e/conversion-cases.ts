import { expect } from '@playwright/test';
import { makeVideo, type VideoName } from '../fixtures/make-video.ts';
import { likenessOf, picturesOf, probeVideo } from '../fixtures/probe-video.ts';
import type { ConversionInPage, ConversionOrder } from './convert-in-page.ts';

type Convert = (order: ConversionOrder) => Promise<ConversionInPage>;

/** Videos whose pictures are copied, and their codec. */
export const COPIED: readonly (readonly [VideoName, string])[] = [
  ['a.webm', 'vp9'],
  ['sound.webm', 'vp9'],
  ['sound.mkv', 'h264'],
  ['hevc.mkv', 'hevc'],
  ['av1.mkv', 'av1'],
  ['a.ts', 'h264'],
];

/** Decibels (PSNR) above which hardly anybody sees a difference; a frame beside its neighbour has some 25 in these videos. */
const HARDLY_SEEN_DB = 36;

const orderOf = async (name: VideoName, seconds?: number): Promise<ConversionOrder> => ({
  base64: (await makeVideo(name, seconds)).toString('base64'),
});

async function converted(convert: Convert, name: VideoName) {
  const { base64 = '', ...rest } = await convert(await orderOf(name));
  const mp4 = Buffer.from(base64, 'base64');
  expect(rest.code).toBeUndefined();
  expect(rest.told.at(-1)).toBe(1);
  const probed = await probeVideo(mp4);
  expect(probed).toMatchObject({ frames: 50, indexedFrames: 50, kinds: ['video'] });
  expect(probed.format).toContain('mp4');
  expect(probed.seconds).toBeCloseTo(2, 1);
  return { mp4, codec: probed.codec, ...rest };
}

/** Each picture is the same as in the source. */
export async function expectCopied(convert: Convert, name: VideoName, codec: string): Promise<void> {
  const result = await converted(convert, name);
  expect(result).toMatchObject({ isReencoded: false, codec });
  expect(await picturesOf(result.mp4)).toEqual(await picturesOf(await makeVideo(name)));
}

/** VP8 becomes H.264, each picture much like that of the source. */
export async function expectCodedAnew(convert: Convert): Promise<void> {
  const result = await converted(convert, 'vp8.webm');
  expect(result).toMatchObject({ isReencoded: true, codec: 'h264' });
  const decibels = await likenessOf(result.mp4, await makeVideo('vp8.webm'));
  expect(decibels).toHaveLength(50);
  expect(Math.min(...decibels)).toBeGreaterThan(HARDLY_SEEN_DB);
}

/** What cannot be converted says so. */
export async function expectRefused(convert: Convert): Promise<void> {
  for (const [name, code] of [
    ['a.ogv', 'video-format-unsupported'],
    ['mpeg4.mkv', 'video-format-unsupported'],
    ['sound-alone.webm', 'not-a-video'],
  ] as const)
    expect((await convert(await orderOf(name))).code, name).toBe(code);
}

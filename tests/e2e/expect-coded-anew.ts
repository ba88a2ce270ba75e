import { expect } from '@playwright/test';
import { makeVideo } from '../fixtures/make-video.ts';
import { likenessOf, probeVideo } from '../fixtures/probe-video.ts';
import type { ConversionInPage, ConversionOrder } from './convert-in-page.ts';

/** Decibels (PSNR) above which hardly anybody sees a difference; a frame beside its neighbour has some 25 in these videos. */
const HARDLY_SEEN_DB = 36;

/** VP8 becomes H.264, each picture much like that of the source. */
export async function expectCodedAnew(convert: (order: ConversionOrder) => Promise<ConversionInPage>): Promise<void> {
  const video = await makeVideo('vp8.webm');
  const { base64 = '', ...rest } = await convert({ base64: video.toString('base64') });
  expect(rest).toMatchObject({ isReencoded: true });
  expect(rest.told.at(-1)).toBe(1);
  const mp4 = Buffer.from(base64, 'base64');
  const probed = await probeVideo(mp4);
  expect(probed).toMatchObject({ codec: 'h264', frames: 50, indexedFrames: 50, kinds: ['video'] });
  expect(probed.format).toContain('mp4');
  expect(probed.seconds).toBeCloseTo(2, 1);
  const decibels = await likenessOf(mp4, video);
  expect(decibels).toHaveLength(50);
  expect(Math.min(...decibels)).toBeGreaterThan(HARDLY_SEEN_DB);
}

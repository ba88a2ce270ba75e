// @module-tag ffmpeg
import { expect, it } from 'vitest';
import { toMp4 } from '../../../../src/offscreen/mp4/to-mp4.ts';
import { makeVideo, type VideoName } from '../../../fixtures/make-video.ts';
import { picturesOf, probeVideo } from '../../../fixtures/probe-video.ts';

const blobOf = async (name: VideoName, seconds?: number) => new Blob([new Uint8Array(await makeVideo(name, seconds))]);
const convert = (file: Blob, name: string, onProgress: (fraction: number) => void = () => undefined) =>
  toMp4({ file, name, maxBytes: 500_000_000 }, onProgress);
const bytesOf = async (blob: Blob) => Buffer.from(await blob.arrayBuffer());

const COPIED: readonly (readonly [VideoName, string])[] = [
  ['a.webm', 'vp9'],
  ['sound.webm', 'vp9'],
  ['a.mkv', 'h264'],
  ['sound.mkv', 'h264'],
  ['hevc.mkv', 'hevc'],
  ['av1.mkv', 'av1'],
  ['a.ts', 'h264'],
  // No encoder is here, as in some browsers.
  ['vp8.webm', 'vp8'],
];

it.each(COPIED)(
  '%s becomes an MP4 with the very same pictures, in one piece and without sound',
  async (name, codec) => {
    const { video, isReencoded } = await convert(await blobOf(name), 'any');
    expect(isReencoded).toBe(false);
    expect(video.type).toBe('video/mp4');
    const mp4 = await bytesOf(video);
    const probed = await probeVideo(mp4);
    expect(probed).toMatchObject({ codec, frames: 50, indexedFrames: 50, kinds: ['video'] });
    expect(probed.format).toContain('mp4');
    expect(probed.seconds).toBeCloseTo(2, 1);
    expect(await picturesOf(mp4)).toEqual(await picturesOf(await makeVideo(name)));
  },
);

it('tells how far it is, up to all of it', async () => {
  const told: number[] = [];
  await convert(await blobOf('a.webm'), 'WebM', (fraction) => told.push(fraction));
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(told[0]).toBe(0);
  expect(told.at(-1)).toBe(1);
  expect(told.length).toBeGreaterThan(10);
});

it.each(['a.ogv', 'mpeg4.mkv', 'a.flv'] as const)('%s is refused by name', async (name) => {
  await expect(convert(await blobOf(name), 'Name')).rejects.toMatchObject({
    data: { code: 'video-format-unsupported', format: 'Name' },
  });
});

it('a file of sound alone is no video', async () => {
  await expect(convert(await blobOf('sound-alone.webm'), 'WebM')).rejects.toMatchObject({
    data: { code: 'not-a-video' },
  });
});

it('a file that ends early gives the pictures that are there, and is no video without any', async () => {
  const whole = await blobOf('a.webm', 12);
  const { video } = await convert(whole.slice(0, Math.floor(whole.size * 0.7)), 'WebM');
  const { frames } = await probeVideo(await bytesOf(video));
  expect(frames).toBeGreaterThan(100);
  expect(frames).toBeLessThan(300);
  await expect(convert(whole.slice(0, 1_000), 'WebM')).rejects.toMatchObject({ data: { code: 'not-a-video' } });
});

it('a converted video of more bytes than may be is none', async () => {
  const order = { file: await blobOf('a.mkv'), name: 'MKV', maxBytes: 10_000 };
  await expect(toMp4(order, () => undefined)).rejects.toMatchObject({
    data: { code: 'too-large', limitBytes: 10_000 },
  });
});

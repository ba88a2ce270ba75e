// @module-tag ffmpeg
import { describe, expect, it } from 'vitest';
import { cutClips, sectionsOf } from '../../../../src/offscreen/mp4/cut-clips.ts';
import { makeMoments, makeVideo } from '../../../fixtures/make-video.ts';
import { momentOf } from '../../../fixtures/moment-of.ts';
import { picturesOf, probeVideo } from '../../../fixtures/probe-video.ts';

const ROOM = 100_000_000;
const UNCUT = { data: { code: 'video-uncut' } };

const bytesOf = async (blob: Blob) => Buffer.from(await blob.arrayBuffer());

function cut(file: Buffer, seconds: number, count: number, maxBytes = ROOM) {
  const told: number[] = [];
  const order = { file: new Blob([new Uint8Array(file)]), seconds, count, maxBytes };
  return cutClips(order, (fraction) => told.push(fraction)).then((clips) => ({ clips, told }));
}

describe('sections', () => {
  it.each([
    [40, 4, [0, 10, 20, 30], 40],
    [25, 2, [0, 12.5], 25],
    [600, 20, Array.from({ length: 20 }, (_, index) => index * 30), 600],
  ])('of %f s, %i of them begin at %j', (seconds, count, starts, end) => {
    const sections = sectionsOf(seconds, count);
    expect(sections.map(({ from }) => from)).toEqual(starts);
    expect(sections.map(({ to }) => to)).toEqual([...starts.slice(1), end]);
  });
});

describe('clips', () => {
  it('begin at the first key picture of each section, and are the very same pictures', async () => {
    const film = await makeMoments(40, 4);
    const { clips, told } = await cut(film, 40, 4);
    // Keys are at 0, 4, 8, 12 …: none at 10 nor 30.
    expect(clips.map(({ fromSeconds }) => fromSeconds)).toEqual([0, 12, 20, 32].map((at) => expect.closeTo(at, 3)));
    expect(told).toEqual([0.25, 0.5, 0.75, 1]);
    const all = await picturesOf(film);
    for (const { video, fromSeconds, toSeconds } of clips) {
      const clip = await bytesOf(video);
      expect(video.type).toBe('video/mp4');
      expect(momentOf(clip)).toBe(fromSeconds / 40);
      expect(toSeconds - fromSeconds).toBeCloseTo(4, 3);
      expect(await probeVideo(clip)).toMatchObject({ codec: 'h264', frames: 40, kinds: ['video'] });
      const first = Math.round(fromSeconds * 10);
      expect(await picturesOf(clip)).toEqual(all.slice(first, first + 40));
    }
  });

  it('end where the next begins', async () => {
    const { clips } = await cut(await makeMoments(40, 2), 40, 20);
    expect(clips.map(({ fromSeconds, toSeconds }) => [fromSeconds, toSeconds])).toEqual(
      Array.from({ length: 20 }, (_, index) => [2 * index, 2 * index + 2].map((at) => expect.closeTo(at, 3))),
    );
  });

  it('are left out of a section without a key picture, and never taken twice', async () => {
    const { clips } = await cut(await makeMoments(40, 16), 40, 4);
    expect(clips.map(({ fromSeconds }) => fromSeconds)).toEqual([0, 16, 32].map((at) => expect.closeTo(at, 3)));
  });

  it('are shorter where they would be too large together, and can be decoded still', async () => {
    const film = await makeVideo('a.mp4', 24); // Its key pictures are at 0, 10 and 20 s.
    const whole = await cut(film, 24, 2);
    const least = Math.min(...whole.clips.map(({ video }) => video.size));
    const { clips } = await cut(film, 24, 2, 2 * (least / 2 + 50_000));
    expect(clips.map(({ fromSeconds }) => fromSeconds)).toEqual([0, 20].map((at) => expect.closeTo(at, 3)));
    for (const { video, fromSeconds, toSeconds } of clips) {
      expect(toSeconds - fromSeconds).toBeLessThan(3.5);
      expect(video.size).toBeLessThanOrEqual(least / 2 + 10_000);
      const { frames, indexedFrames, seconds } = await probeVideo(await bytesOf(video));
      expect(frames).toBe(indexedFrames);
      expect(seconds).toBeCloseTo(toSeconds - fromSeconds, 1);
    }
  });

  it.each([
    ['has one key picture only', () => makeMoments(40, 40), ROOM],
    ['has none that is small enough', () => makeMoments(40, 4), 4 * 50_000],
    ['is an AVI', () => makeVideo('a.avi'), ROOM],
    ['is coded as no MP4 holds it', () => makeVideo('mpeg4.mkv'), ROOM],
    ['has sound alone', () => makeVideo('sound-alone.mp4'), ROOM],
    ['ends early', async () => (await makeMoments(40, 4)).subarray(0, 2_000), ROOM],
  ])('cannot be cut of a file that %s', async (_what, file, maxBytes) => {
    await expect(cut(await file(), 40, 4, maxBytes)).rejects.toMatchObject(UNCUT);
  });

  it('are cut of other files too', async () => {
    for (const name of ['a.mov', 'fragmented.mp4', 'a.mkv', 'a.ts'] as const) {
      const { clips } = await cut(await makeVideo(name, 24), 24, 2);
      expect(clips.map(({ fromSeconds }) => fromSeconds)).toEqual([0, 20].map((at) => expect.closeTo(at, 0)));
      for (const { video } of clips) expect((await probeVideo(await bytesOf(video))).frames).toBeGreaterThan(20);
    }
  });
});

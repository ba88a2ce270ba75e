// @module-tag ffmpeg
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifyVideo } from '../../../../src/background/read/identify-video.ts';
import { convertPhotograph } from '../../../fixtures/convert-photograph.ts';
import { makeVideo, type VideoName } from '../../../fixtures/make-video.ts';

const latin1 = (text: string) => new Blob([new Uint8Array(Buffer.from(text, 'latin1'))]);
const blobOf = async (name: VideoName) => new Blob([new Uint8Array(await makeVideo(name))]);

const FILES: readonly (readonly [VideoName, string, string, boolean])[] = [
  ['a.mp4', 'MP4', 'video/mp4', true],
  ['sound.mp4', 'MP4', 'video/mp4', true],
  ['fragmented.mp4', 'MP4', 'video/mp4', true],
  ['a.mov', 'MOV', 'video/quicktime', true],
  ['a.avi', 'AVI', 'video/x-msvideo', true],
  ['a.webm', 'WebM', 'video/webm', false],
  ['a.mkv', 'MKV', 'video/x-matroska', false],
  ['a.ogv', 'Ogg', 'video/ogg', false],
  ['a.ts', 'MPEG-TS', 'video/mp2t', false],
  ['a.flv', 'FLV', 'video/x-flv', false],
  ['a.wmv', 'WMV', 'video/x-ms-wmv', false],
  ['a.mpg', 'MPEG', 'video/mpeg', false],
];

it.each(FILES)('%s, as ffmpeg makes it, is %s', async (file, name, type, isTaken) => {
  expect(await identifyVideo(await blobOf(file))).toEqual({ name, type, isTaken });
});

it.each([
  ['an MP4 by its brand alone', '\0\0\0\x18ftypiso5\0\0\0\0dashiso6', 'MP4'],
  ['an MP4 of Apple', '\0\0\0\x14ftypM4V \0\0\0\0', 'MP4'],
  ['a MOV from before there were brands', '\0\0\0\x08wide\0\0\0\x10mdat01234567', 'MOV'],
  ['a MOV whose pictures come first', '\x0c\0\0\0mdat01234567', 'MOV'],
  ['an HLS list', '#EXTM3U\n#EXT-X-VERSION:3\n', 'HLS'],
  ['a DASH list', '\xef\xbb\xbf<?xml version="1.0"?>\n<!-- made by hand -->\n<MPD xmlns="urn:mpeg:dash">', 'DASH'],
])('%s is known by its first bytes', async (_what, head, name) => {
  expect((await identifyVideo(latin1(head)))?.name).toBe(name);
});

describe('what is no video', () => {
  it.each([
    ['nothing', ''],
    ['a page', '<!doctype html><title>Sign in</title>'],
    ['a page about lists', '<!-- <MPD> --><html>'],
    ['a feed', '<?xml version="1.0"?><rss><MPD></rss>'],
    ['a text that begins like an old MOV', 'the moov of the day'],
    ['a sound in RIFF', 'RIFF\0\0\0\0WAVEfmt '],
    ['another document in EBML', '\x1aE\xdf\xa3\x8a\x42\x82\x87unknown'],
    ['a text that begins with G', `G${'g'.repeat(600)}`],
  ])('%s', async (_what, head) => {
    expect(await identifyVideo(latin1(head))).toBeUndefined();
  });

  it.each(['sound-alone.m4a', 'sound-alone.mp4', 'sound-alone.ogg'] as const)('%s', async (file) => {
    expect(await identifyVideo(await blobOf(file))).toBeUndefined();
  });

  it.each(['a.avif', 'animated.avif', 'animated.gif'] as const)('%s', async (file) => {
    expect(await identifyVideo(new Blob([await convertPhotograph(file)]))).toBeUndefined();
  });
});

describe('a file that is damaged or made to mislead', () => {
  it('comes to an end with any bytes, and with any boxes', async () => {
    const box = fc.tuple(
      fc.integer({ min: 0, max: 40 }),
      fc.constantFrom('moov', 'trak', 'mdia', 'hdlr', 'free', 'vide'),
    );
    const boxes = fc
      .array(box, { maxLength: 60 })
      .map((list) => list.map(([size, type]) => `\0\0\0${String.fromCharCode(size)}${type}`).join(''));
    const anything = fc.uint8Array({ maxLength: 3_000 }).map((bytes) => Buffer.from(bytes).toString('latin1'));
    await fc.assert(
      fc.asyncProperty(fc.oneof(boxes, anything), async (rest) => {
        const found = await identifyVideo(latin1(`\0\0\0\x10ftypisom\0\0\0\0${rest}`));
        expect([undefined, 'MP4']).toContain(found?.name);
      }),
    );
  });

  it('is looked at for a bounded time when it is all boxes', async () => {
    const file = latin1(`\0\0\0\x10ftypisom\0\0\0\0${'\0\0\0\x08free'.repeat(100_000)}`);
    expect((await identifyVideo(file))?.name).toBe('MP4');
  });

  it('is looked at for a bounded time when it is all comments', async () => {
    expect(await identifyVideo(latin1('<!---->'.repeat(290)))).toBeUndefined();
  });

  it('is the same video with any part of its end missing', async () => {
    const whole = await makeVideo('a.mp4');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 64, max: whole.length }), async (length) => {
        expect((await identifyVideo(new Blob([new Uint8Array(whole.subarray(0, length))])))?.name).toBe('MP4');
      }),
    );
  });
});

// @module-tag ffmpeg
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SNIFF_BYTES, sniff } from '../../../../src/core/media/sniff.ts';
import { type ConvertedName, convertPhotograph } from '../../../fixtures/convert-photograph.ts';
import { smallPng, tinyJpeg } from '../../tiny-images.ts';

const bytes = (latin1: string) => new Uint8Array(Buffer.from(latin1, 'latin1'));
const box = (brands: string) =>
  `\0\0\0${String.fromCharCode(16 + brands.length - 4)}ftyp${brands.slice(0, 4)}\0\0\0\0${brands.slice(4)}`;

it.each([
  ['JPEG', '\xff\xd8\xff\xe0', 'image/jpeg'],
  ['PNG', '\x89PNG\r\n\x1a\n', 'image/png'],
  ['WebP', 'RIFF\0\0\0\0WEBPVP8 ', 'image/webp'],
  ['GIF', 'GIF89a', 'image/gif'],
  ['AVIF', box('avifmif1'), 'image/avif'],
  ['AVIF', box('mif1avif'), 'image/avif'],
  ['HEIC', box('heicmif1'), 'image/heic'],
  ['HEIC', box('mif1heic'), 'image/heic'],
  ['MP4', box('isomavc1'), 'video/mp4'],
  ['BMP', `BM\x3a\x3a\x02\0\0\0\0\0\x36\0\0\0\x28\0\0\0`, 'image/bmp'],
  ['BMP', `BM${'\0'.repeat(12)}\x7c\0\0\0`, 'image/bmp'],
  ['ICO', '\0\0\x01\0', 'image/x-icon'],
  ['TIFF', 'II*\0', 'image/tiff'],
  ['TIFF', 'MM\0*', 'image/tiff'],
  ['JPEG XL', '\xff\x0a', 'image/jxl'],
  ['JPEG XL', '\0\0\0\x0cJXL \r\n\x87\n', 'image/jxl'],
  ['SVG', '<svg xmlns="http://www.w3.org/2000/svg">', 'image/svg+xml'],
  ['SVG', '\xef\xbb\xbf<?xml version="1.0"?>\n<svg>', 'image/svg+xml'],
  [
    'SVG',
    '<?xml version="1.0"?><!-- a > b --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"><svg width="1">',
    'image/svg+xml',
  ],
  ['SVG', `<!DOCTYPE svg [${'<!ENTITY ns "http://a.example/">'.repeat(40)}] >\n<svg:svg>`, 'image/svg+xml'],
  ['HTML', '<!-- <svg> --><!doctype html><svg>', 'text/html'],
  ['HTML', '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><svg>', 'text/html'],
  ['HTML', '  <!DOCTYPE html><title>Sign in', 'text/html'],
  ['JSON', '{"error":"no"}', 'application/json'],
  ['PDF', '%PDF-1.7', 'application/pdf'],
])('%s is known by its first bytes', (name, head, type) => {
  expect(sniff(bytes(head))).toMatchObject({ name, type });
});

it.each([
  '',
  'hello',
  'BMW and other makers of cars',
  'II*',
  'RIFF\0\0\0\0WAVE',
  '\x89PNG',
  '<?xml version="1.0"?><rss>',
  '<?xml version="1.0"?><rss><svg>',
  '<!-- <svg> -->',
  '<!-- <svg>',
  '<svgs>',
  'soonftypavif',
])('%j is nothing known', (head) => {
  expect(sniff(bytes(head))).toBeUndefined();
});

const WHOLE_FILES = [
  ['a.png', 'image/png'],
  ['animated.png', 'image/png'],
  ['a.webp', 'image/webp'],
  ['animated.webp', 'image/webp'],
  ['a.avif', 'image/avif'],
  ['animated.avif', 'image/avif'],
  ['a.gif', 'image/gif'],
  ['animated.gif', 'image/gif'],
  ['a.bmp', 'image/bmp'],
  ['a.ico', 'image/x-icon'],
  ['a.tiff', 'image/tiff'],
  ['a.jxl', 'image/jxl'],
] satisfies [ConvertedName, string][];

/** The longest beginning that any of these formats needs: a box of brands. */
const NEEDED_BYTES = 44;

describe('whole files', () => {
  it.each(WHOLE_FILES)('%s is known, and so is every beginning of it that holds enough', async (file, type) => {
    const whole = new Uint8Array(await convertPhotograph(file));
    for (let length = NEEDED_BYTES; length < SNIFF_BYTES + 10; length += 1) {
      expect(sniff(whole.subarray(0, length))?.type).toBe(type);
    }
    for (let length = 0; length < NEEDED_BYTES; length += 1) {
      expect([undefined, true]).toContain(sniff(whole.subarray(0, length))?.isPicture);
    }
  });

  it('JPEG and PNG of other makers are known', async () => {
    expect(sniff(new Uint8Array(await tinyJpeg().arrayBuffer()))?.name).toBe('JPEG');
    expect(sniff(new Uint8Array(await smallPng().arrayBuffer()))?.name).toBe('PNG');
  });
});

describe('whatever the bytes are', () => {
  const STARTS = [
    '',
    'BM',
    'II*',
    'MM',
    'GIF',
    'RIFF',
    'RIFFsizeWEBP',
    'sizeftypavif',
    '<?xml?>',
    '<!--',
    '<!doctype',
    '<p>',
  ];
  const start = fc.constantFrom(...STARTS).map(bytes);
  const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

  it('a text is never a picture', () => {
    // Printable, in any writing; a text that begins as SVG does is SVG.
    const text = fc.string({ unit: 'grapheme', maxLength: 600 }).filter((value) => !/<svg/i.test(value));
    fc.assert(
      fc.property(start, text, (first, rest) => {
        expect(sniff(joined(first, Buffer.from(rest)))?.isPicture ?? false).toBe(false);
      }),
    );
  });

  it('there is an answer, and more bytes do not change it', () => {
    const head = fc.uint8Array({ minLength: SNIFF_BYTES, maxLength: SNIFF_BYTES });
    fc.assert(
      fc.property(start, head, fc.uint8Array(), (first, filling, more) => {
        const enough = joined(first, filling);
        expect(sniff(joined(enough, more))).toEqual(sniff(enough.subarray(0, SNIFF_BYTES)));
      }),
    );
  });

  it('a head of any length has an answer', () => {
    fc.assert(fc.property(start, fc.uint8Array({ maxLength: 64 }), (first, rest) => void sniff(joined(first, rest))));
  });
});

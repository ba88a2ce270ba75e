import { expect, it } from 'vitest';
import { sniff } from '../../../src/media/sniff.ts';
import { smallPng, tinyJpeg } from '../tiny-images.ts';

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
  ['BMP', 'BM\0\0', 'image/bmp'],
  ['ICO', '\0\0\x01\0', 'image/x-icon'],
  ['TIFF', 'II*\0', 'image/tiff'],
  ['TIFF', 'MM\0*', 'image/tiff'],
  ['JPEG XL', '\xff\x0a', 'image/jxl'],
  ['JPEG XL', '\0\0\0\x0cJXL \r\n\x87\n', 'image/jxl'],
  ['SVG', '<svg xmlns="http://www.w3.org/2000/svg">', 'image/svg+xml'],
  ['SVG', '\xef\xbb\xbf<?xml version="1.0"?>\n<svg>', 'image/svg+xml'],
  ['HTML', '  <!DOCTYPE html><title>Sign in', 'text/html'],
  ['JSON', '{"error":"no"}', 'application/json'],
  ['PDF', '%PDF-1.7', 'application/pdf'],
])('%s is known by its first bytes', (name, head, type) => {
  expect(sniff(bytes(head))).toMatchObject({ name, type });
});

it.each(['', 'hello', 'RIFF\0\0\0\0WAVE', '\x89PNG', '<?xml version="1.0"?><rss>'])('%j is nothing known', (head) => {
  expect(sniff(bytes(head))).toBeUndefined();
});

it('knows whole files', async () => {
  expect(sniff(new Uint8Array(await tinyJpeg().arrayBuffer()))?.name).toBe('JPEG');
  expect(sniff(new Uint8Array(await smallPng().arrayBuffer()))?.name).toBe('PNG');
});

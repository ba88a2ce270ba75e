// @module-tag ffmpeg
import { expect, it } from 'vitest';
import { identifyImage } from '../../../../src/background/read/identify-image.ts';
import { type ConvertedName, convertPhotograph } from '../../../fixtures/convert-photograph.ts';

it.each([
  ['a.png', 'PNG', true],
  ['animated.png', 'APNG', false],
  ['a.webp', 'WebP', true],
  ['animated.webp', 'WebP', true],
  ['a.avif', 'AVIF', false],
  ['animated.avif', 'AVIF sequence', false],
  ['a.gif', 'GIF', false],
  ['animated.gif', 'GIF', false],
  ['a.bmp', 'BMP', false],
  ['a.ico', 'ICO', false],
  ['a.tiff', 'TIFF', false],
  ['a.jxl', 'JPEG XL', false],
] satisfies [ConvertedName, string, boolean][])('%s is %s, sent as it is: %s', async (file, name, isTaken) => {
  const read = new Blob([await convertPhotograph(file)], { type: 'text/plain' });
  const identified = await identifyImage(read);
  expect(identified).toMatchObject({ found: { name }, isTaken });
  expect(identified.original.size).toBe(read.size);
});

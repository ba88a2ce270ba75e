// @module-tag convert
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { areTilesFlat, tilePlaces } from '../../../../src/background/read/is-flat.ts';
import { PHOTOGRAPHS } from '../../../fixtures/photographs.ts';

const FONT = '/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf';
const SCREENSHOT = join(import.meta.dirname, '../../../e2e/visual/options.png');
const WORDS = 'A likelihood is a judgement, not a proof.\n'.repeat(12);

const DIAGRAM = [
  ...['-size', '800x600', 'xc:#f4f0e0', '-stroke', 'black', '-strokewidth', '3', '-fill', '#3060c0'],
  ...['-draw', 'rectangle 60,60 300,200', '-fill', '#c04030', '-draw', 'circle 560,180 640,240'],
  ...['-draw', 'line 300,130 480,180', '-fill', 'none', '-draw', 'polyline 100,500 200,350 380,520 500,300 740,520'],
];

const DRAWINGS: readonly (readonly [name: string, make: readonly string[]])[] = [
  ['a screenshot', [SCREENSHOT]],
  ['a text', ['-size', '700x500', 'xc:white', '-font', FONT, '-pointsize', '22', '-annotate', '+20+40', WORDS]],
];

const SAVED: readonly (readonly [name: string, how: readonly string[], type: string])[] = [
  ['as it is', [], 'png'],
  ['as JPEG of quality 75', ['-quality', '75'], 'jpg'],
  ['as JPEG of quality 40', ['-quality', '40'], 'jpg'],
  ['as WebP of quality 60', ['-quality', '60'], 'webp'],
];

/** What a photograph may have been through, and still is one. */
const CHANGED: typeof SAVED = [
  ...SAVED,
  ['as JPEG of quality 20', ['-quality', '20'], 'jpg'],
  ['small', ['-resize', '300x300', '-quality', '60'], 'jpg'],
  ['enlarged four times', ['-crop', '200x200+300+200', '+repage', '-filter', 'Catrom', '-resize', '400%'], 'png'],
  ['enlarged by whole pixels', ['-resize', '25%', '-filter', 'Point', '-resize', '400%'], 'png'],
  ['on white ground', ['-background', 'white', '-gravity', 'center', '-extent', '250%x250%', '-quality', '80'], 'jpg'],
  ['overexposed', ['-level', '0%,45%', '-quality', '80'], 'jpg'],
  ['underexposed', ['-level', '55%,100%', '-quality', '80'], 'jpg'],
  ['in 64 colours', ['-colors', '64'], 'png'],
  ['soft', ['-blur', '0x4', '-quality', '60'], 'jpg'],
];

/** Whether what ImageMagick makes is flat, by the tiles that are looked at in a browser. */
function isMadeFlat(make: readonly string[], how: readonly string[], type: string): boolean | undefined {
  const file = execFileSync('convert', [...make, ...how, `${type}:-`], { maxBuffer: 100_000_000 });
  const [width = 0, height = 0] = String(execFileSync('identify', ['-format', '%w %h', `${type}:-`], { input: file }))
    .split(' ')
    .map(Number);
  const rgba = execFileSync('convert', [`${type}:-`, '-depth', '8', 'RGBA:-'], { input: file, maxBuffer: 100_000_000 });
  const [columns, rows] = [tilePlaces(width), tilePlaces(height)];
  const end = columns.at(-1);
  const tilesWidth = (end?.to ?? 0) + (end?.length ?? 0);
  const lines = rows.flatMap(({ from, length }) => Array.from({ length }, (_, index) => from + index));
  const tiles = lines.flatMap((y) =>
    columns.map((x) => rgba.subarray(4 * (y * width + x.from), 4 * (y * width + x.from + x.length))),
  );
  return areTilesFlat(new Uint8ClampedArray(Buffer.concat(tiles)), tilesWidth);
}

describe('whether an image is drawn, or of a screen', () => {
  it.each(DRAWINGS)('is seen of %s, however it was saved', (_name, make) => {
    for (const [, how, type] of SAVED) expect(isMadeFlat(make, how, type)).toBe(true);
  });

  it('is seen of a coloured diagram, but for JPEG, which blurs colours', () => {
    expect(isMadeFlat(DIAGRAM, [], 'png')).toBe(true);
    expect(isMadeFlat(DIAGRAM, ['-quality', '60'], 'webp')).toBe(true);
  });

  it.each(CHANGED)('is said of no photograph %s', (_name, how, type) => {
    for (const { path } of PHOTOGRAPHS) expect(isMadeFlat([path], how, type)).not.toBe(true);
  });

  it('is said neither of a colour’s shades nor of noise', () => {
    expect(isMadeFlat(['-size', '600x400', 'gradient:red-blue'], [], 'png')).not.toBe(true);
    expect(isMadeFlat(['-size', '600x400', 'xc:grey', '+noise', 'Gaussian'], [], 'png')).toBe(false);
  });

  it('is not known where there is too little to see', () => {
    expect(
      isMadeFlat(['-size', '600x400', 'xc:white', '-fill', 'black', '-draw', 'point 9,9'], [], 'png'),
    ).toBeUndefined();
    expect(isMadeFlat(['-size', '16x16', 'plasma:'], [], 'png')).toBeUndefined();
  });
});

describe('the tiles', () => {
  it.each([1, 100, 287, 288, 289, 5_000])('of a side of %i pixels lie within it, beside each other', (side) => {
    const places = tilePlaces(side);
    expect(places[0]?.from).toBe(0);
    for (const { from, to, length } of places) {
      expect(from).toBeGreaterThanOrEqual(to);
      expect(from + length).toBeLessThanOrEqual(side);
      expect(to + length).toBeLessThanOrEqual(288);
    }
    expect((places.at(-1)?.from ?? 0) + (places.at(-1)?.length ?? 0)).toBe(side);
  });
});

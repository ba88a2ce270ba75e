// @module-tag convert
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tilePlaces } from '../../../../src/background/read/is-flat.ts';
import { CHANGED, isMadeFlat, SAVED } from '../../../fixtures/made-flat.ts';
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

describe('whether an image is drawn, or of a screen', () => {
  it.each(DRAWINGS)('is seen of %s, however it was saved', (_name, make) => {
    for (const [, how, type] of SAVED) expect(isMadeFlat(make, how, type)).toBe(true);
  });

  it('is seen of a coloured diagram, but for JPEG, which blurs colours', () => {
    expect(isMadeFlat(DIAGRAM, [], 'png')).toBe(true);
    expect(isMadeFlat(DIAGRAM, ['-quality', '60'], 'webp')).toBe(true);
  });

  // Each photograph in turn; `test:long` has every one in every way.
  it.each(CHANGED.map((one, index) => [...one, PHOTOGRAPHS[index % PHOTOGRAPHS.length]?.path ?? ''] as const))(
    'is said of no photograph %s',
    (_name, how, type, path) => expect(isMadeFlat([path], how, type)).not.toBe(true),
  );

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

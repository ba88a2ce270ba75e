// @module-tag convert
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { jpegQuality } from '../../../../src/background/read/jpeg-quality.ts';
import { PHOTOGRAPHS } from '../../../fixtures/photographs.ts';
import { smallPng, tinyJpeg } from '../../tiny-images.ts';

const [PHOTOGRAPH = PHOTOGRAPHS[0]] = PHOTOGRAPHS;

function coded(quality: number, ...how: readonly string[]): Buffer<ArrayBuffer> {
  const args = [PHOTOGRAPH?.path ?? '', '-resize', '64x', ...how, '-quality', String(quality), 'jpg:-'];
  return Buffer.from(execFileSync('convert', args));
}

/** What ImageMagick says of it. */
const saidOf = (jpeg: Buffer) => Number(execFileSync('identify', ['-format', '%Q', 'jpg:-'], { input: jpeg }));

/** A JPEG with one table, as far as its first scan. */
const withTable = (precision: number, steps: readonly number[]) =>
  new Blob([
    Uint8Array.from([
      0xff,
      0xd8,
      0xff,
      0xdb,
      0,
      3 + steps.length,
      precision << 4,
      ...steps,
      0xff,
      0xda,
      0,
      2,
      0,
      0xff,
      0xd9,
    ]),
  ]);

const SAMPLINGS = ['4:2:0', '4:2:2', '4:4:4'].map((sampling) => ['-sampling-factor', sampling]);
const WAYS = [...SAMPLINGS, ['-colorspace', 'Gray'], ['-interlace', 'JPEG']];

describe('the quality of a JPEG', () => {
  it.each(WAYS)('is what ImageMagick says of files with %s %s', async (...how) => {
    for (const quality of [1, 8, 25, 45, 49, 50, 51, 75, 92, 100]) {
      const jpeg = coded(quality, ...how);
      expect(Math.abs(((await jpegQuality(new Blob([jpeg]))) ?? -9) - saidOf(jpeg))).toBeLessThanOrEqual(2);
    }
  });

  it.each(PHOTOGRAPHS)('is near that of $name, whose tables are an editor’s', async ({ path }) => {
    const jpeg = readFileSync(path);
    expect(Math.abs(((await jpegQuality(new Blob([jpeg]))) ?? -9) - saidOf(jpeg))).toBeLessThanOrEqual(3);
  });

  it('is the nearest one for tables that are not scaled from the usual ones', async () => {
    expect(await jpegQuality(withTable(0, Array<number>(64).fill(58)))).toBe(50);
    const inTwoBytes = Array.from({ length: 128 }, (_, at) => (at % 2) * 58);
    expect(await jpegQuality(withTable(1, inTwoBytes))).toBe(50);
  });

  it.each([
    ['a JPEG whose table is cut off', withTable(0, [16, 11, 10])],
    ['a PNG', smallPng()],
    ['a text', new Blob(['no image'])],
    ['nothing', new Blob()],
  ])('is not known of %s', async (_name, file) => {
    expect(await jpegQuality(file)).toBeUndefined();
  });

  it('is 100 where every step is one', async () => {
    expect(await jpegQuality(tinyJpeg())).toBe(100);
  });
});

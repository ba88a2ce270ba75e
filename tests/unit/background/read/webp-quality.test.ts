// @module-tag convert
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { webpQuality } from '../../../../src/background/read/webp-quality.ts';
import { PHOTOGRAPHS } from '../../../fixtures/photographs.ts';
import { tinyJpeg } from '../../tiny-images.ts';

const QUALITIES = [5, 25, 45, 49, 50, 60, 75, 90];

function coded(path: string, ...how: readonly string[]): Buffer<ArrayBuffer> {
  return Buffer.from(execFileSync('convert', [path, '-resize', '200x', ...how, 'webp:-']));
}

const withHalfAlpha = ['-alpha', 'set', '-channel', 'A', '-evaluate', 'set', '50%'];
const WAYS: readonly (readonly [name: string, how: readonly string[]])[] = [
  ['a plain file', []],
  ['a file with an alpha channel', withHalfAlpha],
  ['a file of one segment', ['-define', 'webp:segment=1']],
  ['a file with partitions', ['-define', 'webp:partitions=3']],
];

describe('the quality of a WebP', () => {
  it.each(WAYS)('is what libwebp was told for %s', async (_name, how) => {
    for (const [index, quality] of QUALITIES.entries()) {
      const path = PHOTOGRAPHS[index % PHOTOGRAPHS.length]?.path ?? '';
      const found = await webpQuality(new Blob([coded(path, ...how, '-quality', String(quality))]));
      expect(Math.abs((found ?? -9) - quality)).toBeLessThanOrEqual(2);
    }
  });

  it('is not known of a file that is coded without loss', async () => {
    const [{ path } = { path: '' }] = PHOTOGRAPHS;
    expect(await webpQuality(new Blob([coded(path, '-define', 'webp:lossless=true')]))).toBeUndefined();
  });

  it('is not known of an animation, whose frames may each have another', async () => {
    const [{ path } = { path: '' }] = PHOTOGRAPHS;
    const frame = coded(path, '-quality', '40').subarray(12);
    const animated = ['RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0\0\0\0\0\0\0', 'ANMF\x10\0\0\0', '\0'.repeat(16), frame];
    expect(await webpQuality(new Blob(animated))).toBeUndefined();
  });

  it('is not known of what is no WebP', async () => {
    expect(await webpQuality(tinyJpeg())).toBeUndefined();
    expect(await webpQuality(new Blob())).toBeUndefined();
  });

  it('is a quality or nothing, whatever the bytes are', async () => {
    const head = Buffer.from('RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a\0\0\0\0', 'latin1');
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const quality = (await webpQuality(new Blob([head, Uint8Array.from(bytes)]))) ?? 0;
        expect(quality >= 0 && quality <= 100).toBe(true);
      }),
    );
  });
});

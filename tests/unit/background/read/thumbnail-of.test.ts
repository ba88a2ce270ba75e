import { afterEach, describe, expect, it, vi } from 'vitest';
import { THUMBNAIL_LIMIT_BYTES, thumbnailOf } from '../../../../src/background/read/thumbnail-of.ts';

/** Stands in for the browser's canvas: its files weigh what each pixel does, times the quality. */
function encodeAt(bytesPerPixel: number): void {
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      readonly width: number;
      readonly height: number;
      constructor(width: number, height: number) {
        this.width = width;
        this.height = height;
      }
      getContext = () => ({ drawImage: () => undefined });
      convertToBlob = async ({ type, quality }: { type: string; quality: number }) =>
        new Blob([new Uint8Array(this.width * this.height * bytesPerPixel * quality)], { type });
    },
  );
}

const picture = (width: number, height: number) => ({ width, height, close: () => undefined });

afterEach(() => vi.unstubAllGlobals());

describe('a thumbnail', () => {
  it.each([0.1, 0.5, 2, 8, 100])('of a picture that weighs %d bytes a pixel is within the limit', async (bytes) => {
    encodeAt(bytes);
    const { size, type } = await thumbnailOf(picture(4_000, 3_000));
    expect(size).toBeLessThanOrEqual(THUMBNAIL_LIMIT_BYTES);
    expect(size).toBeGreaterThan(0);
    expect(type).toBe('image/webp');
  });

  it('of a small picture is no larger than that', async () => {
    encodeAt(1);
    expect((await thumbnailOf(picture(10, 10))).size).toBeLessThanOrEqual(100);
  });
});

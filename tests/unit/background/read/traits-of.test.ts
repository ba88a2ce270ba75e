import { describe, expect, it, vi } from 'vitest';
import { compressionOf, looksTraitsOf } from '../../../../src/background/read/traits-of.ts';
import { smallPng, tinyJpeg } from '../../tiny-images.ts';

const BITMAP = { width: 30, height: 20, close: () => undefined };

describe('what is measured of an image', () => {
  it('is its compression, where its format tells', async () => {
    expect(await compressionOf(tinyJpeg())).toEqual({ jpegQuality: 100 });
    expect(await compressionOf(smallPng())).toEqual({});
    expect(await compressionOf(new Blob(['no image'], { type: 'image/jpeg' }))).toEqual({});
    expect(await compressionOf(new Blob([], { type: 'image/webp' }))).toEqual({});
  });

  it('is left out where a file cannot be read any more', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const gone = tinyJpeg();
    vi.spyOn(gone, 'slice').mockImplementation(() => {
      throw new DOMException('gone', 'NotReadableError');
    });
    expect(await compressionOf(gone)).toEqual({});
  });

  it('is its size alone, where no canvas is to be had', () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const Canvas = vi.fn(function canvas() {
      throw new RangeError('out of memory');
    });
    vi.stubGlobal('OffscreenCanvas', Canvas);
    expect(looksTraitsOf(BITMAP)).toEqual({ width: 30, height: 20 });
    expect(Canvas).toHaveBeenCalledOnce();
  });
});

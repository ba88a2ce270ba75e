import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { frameThatShows } from '../../../src/offscreen/frame-that-shows.ts';

/** A decoder that gives its first frame, and is at the second until it is closed. */
class SlowDecoder {
  static isClosed = false;
  readonly completed = Promise.resolve();
  readonly tracks = { selectedTrack: { frameCount: 2 } };
  private stop: () => void = () => undefined;

  decode({ frameIndex }: { readonly frameIndex: number }): Promise<unknown> {
    if (frameIndex === 0)
      return Promise.resolve({ image: { displayWidth: 2, displayHeight: 1, close: () => undefined } });
    return new Promise((_, reject) => {
      this.stop = () => reject(new DOMException('Closed', 'AbortError'));
    });
  }

  close(): void {
    SlowDecoder.isClosed = true;
    this.stop();
  }
}

class Canvas {
  getContext() {
    return {
      fillRect: () => undefined,
      drawImage: () => undefined,
      getImageData: () => ({ data: new Uint8ClampedArray(24 * 24 * 4) }),
    };
  }

  async convertToBlob(): Promise<Blob> {
    return new Blob(['a frame']);
  }
}

const ANIMATION = new Blob(['a GIF'], { type: 'image/gif' });

beforeEach(() => {
  SlowDecoder.isClosed = false;
  vi.stubGlobal('ImageDecoder', SlowDecoder);
  vi.stubGlobal('OffscreenCanvas', Canvas);
});

afterEach(() => vi.unstubAllGlobals());

it('takes the best of what was reached in time, and ends what is decoded still', async () => {
  const late = AbortSignal.abort(new DOMException('late', 'TimeoutError'));
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
    const limit = new AbortController();
    setTimeout(() => limit.abort(late.reason));
    return limit.signal;
  });
  expect(await frameThatShows(ANIMATION, {})).toMatchObject({ number: 1 });
  expect(SlowDecoder.isClosed).toBe(true);
});

it('ends when it is stopped', async () => {
  const stopping = new AbortController();
  const shown = frameThatShows(ANIMATION, { signal: stopping.signal });
  setTimeout(() => stopping.abort('enough'));
  await expect(shown).rejects.toBe('enough');
  expect(SlowDecoder.isClosed).toBe(true);
});

import { printOf, spreadOf } from '../core/media/picture-print.ts';
import type { JobWork } from '../core/protocol/document-work.ts';

/** Frames that are looked at, at most, spread over the whole. */
const MOST_FRAMES = 24;

/** Time for the looks, in milliseconds: to reach a frame all before it are decoded. */
const LIMIT_MS = 8_000;

/** The frame of an animation that shows most, as PNG, of those that were reached in time. Rejects where it is broken. */
export const frameThatShows: JobWork['frameThatShows'] = async (animation, { signal }) => {
  const type = animation.type === 'image/apng' ? 'image/png' : animation.type;
  const decoder = new ImageDecoder({ data: animation.stream(), type });
  const ending = AbortSignal.any([AbortSignal.timeout(LIMIT_MS), ...(signal ? [signal] : [])]);
  const end = () => decoder.close(); // No further frame is decoded.
  ending.addEventListener('abort', end);
  let best: { readonly frame: VideoFrame; readonly number: number; readonly spread: number } | undefined;
  const look = async () => {
    await decoder.completed;
    const count = decoder.tracks.selectedTrack?.frameCount ?? 0;
    for (const frameIndex of spreadOver(count)) {
      const { image: frame } = await decoder.decode({ frameIndex });
      const spread = spreadOf(printOf(frame));
      const isBetter = !best || spread > best.spread;
      // The better one is kept: Firefox gives a frame that was closed broken when it is decoded again.
      (isBetter ? best?.frame : frame)?.close();
      if (isBetter) best = { frame, number: frameIndex + 1, spread };
    }
  };
  try {
    await look().catch((error: unknown) => {
      if (!ending.aborted) throw error;
    });
    signal?.throwIfAborted();
    return best && { image: await toPng(best.frame), number: best.number };
  } finally {
    ending.removeEventListener('abort', end);
    best?.frame.close();
    decoder.close();
  }
};

function spreadOver(count: number): number[] {
  const looks = Math.min(count, MOST_FRAMES);
  return Array.from({ length: looks }, (_, look) => Math.round((look * (count - 1)) / Math.max(1, looks - 1)));
}

async function toPng(frame: VideoFrame): Promise<Blob> {
  const canvas = new OffscreenCanvas(frame.displayWidth, frame.displayHeight);
  canvas.getContext('2d')?.drawImage(frame, 0, 0);
  return canvas.convertToBlob({ type: 'image/png' });
}

import type { CheckRecord } from '../../core/check/check-record.ts';
import { ownerOf } from '../at-most.ts';
import { keepAlive } from '../browser/keep-alive.ts';
import { withDecoded } from '../read/decode-image.ts';
import { drawWhole, sizeWithin } from '../read/draw-part.ts';
import type { CheckContext } from './check-context.ts';
import { readImageAgain } from './read-again.ts';

/** Longest side of an image by which a part is chosen, in pixels: twice what a panel shows of it. */
const MAX_SIDE = 1_280;

/** The image of a check, read once more, in a size to choose a part by. Nothing of it is kept. */
export async function pictureOfCheck(context: CheckContext, check: CheckRecord): Promise<Blob> {
  const letGo = keepAlive();
  try {
    const { signal } = new AbortController();
    const { image } = await readImageAgain(context, check, signal);
    return await withDecoded(
      image,
      (decoded) =>
        drawWhole(decoded, { size: sizeWithin(decoded, MAX_SIDE) }).convertToBlob({ type: 'image/webp', quality: 0.9 }),
      { owner: ownerOf(check), signal },
    );
  } finally {
    letGo();
  }
}

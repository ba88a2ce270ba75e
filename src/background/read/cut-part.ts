import type { Part, PartPixels, Share } from '../../core/check/part.ts';
import { AppError } from '../../core/errors/app-error.ts';
import type { Size } from '../../core/media/page-media.ts';
import type { Turn } from '../at-most.ts';
import { withDecoded } from './decode-image.ts';
import { drawPart } from './draw-part.ts';
import { prepareImage } from './prepare-image.ts';
import type { ReadMedia } from './read-outcome.ts';
import { sha256 } from './sha256.ts';

/**
 * Cuts a part out of the image that was read, in all its pixels and without loss; what the file says stays what the whole one says. Throws
 * `media-changed` for anything but the very bytes of which the part was chosen: so nothing is cut that the user has not seen.
 */
export async function cutPart(read: ReadMedia, part: Part, turn: Turn): Promise<ReadMedia> {
  const { prepared, method } = read;
  if (!('image' in prepared) || (await sha256(prepared.image)) !== part.sha256)
    throw new AppError({ code: 'media-changed' });
  if (!prepared.size) throw new AppError({ code: 'costly-picture' }); // It was too large to be decoded here.
  const { image, original = image } = prepared;
  const pixels = partPixels(part.share, prepared.size);
  const cut = await withDecoded(
    image,
    (whole) => drawPart(whole, { left: pixels.x, top: pixels.y, ...pixels }).convertToBlob({ type: 'image/png' }),
    turn,
  );
  return { method, part: pixels, prepared: { ...(await prepareImage(cut, turn)), original } };
}

/** A part in whole pixels, at least one, by the edges: what lies beside it stays out. */
export function partPixels({ left, top, width, height }: Share, size: Size): PartPixels {
  const [x, across] = between(left, left + width, size.width);
  const [y, down] = between(top, top + height, size.height);
  return { x, y, width: across, height: down };
}

function between(from: number, to: number, whole: number): readonly [start: number, length: number] {
  const start = Math.min(Math.round(from * whole), whole - 1);
  return [start, Math.max(1, Math.min(Math.round(to * whole), whole) - start)];
}

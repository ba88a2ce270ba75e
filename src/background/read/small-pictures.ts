import { withDecoded } from './decode-image.ts';
import { isTooLargeToDecode, toldPixels } from './decoding-cost.ts';
import { thumbnailOf } from './thumbnail-of.ts';

/** A thumbnail in Content Credentials has no more; a larger one is not decoded. */
const MAX_PIXELS = 4_000_000;

/** Small copies of the pictures that a file's Content Credentials hold, which nobody has looked at yet; none of what is no picture. */
export function smallPictures(pictures: readonly (Blob | undefined)[]): Promise<(Blob | undefined)[]> {
  return Promise.all(pictures.map((picture) => picture && smallPicture(picture)));
}

async function smallPicture(picture: Blob): Promise<Blob | undefined> {
  const pixels = (await toldPixels(picture)) ?? Number.POSITIVE_INFINITY;
  if (pixels > MAX_PIXELS || (await isTooLargeToDecode(picture))) return undefined;
  return withDecoded(picture, thumbnailOf).catch(() => undefined); // The browser does not decode it: it is shown without.
}

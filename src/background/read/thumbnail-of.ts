import { drawWhole, sizeWithin } from './draw-part.ts';

/** Longest side of a thumbnail, in pixels: four times what the lists show; reports show it larger. */
const MAX_SIDE = 192;

/** The most a thumbnail may weigh, in bytes: 50,000 of them are kept. */
export const THUMBNAIL_LIMIT_BYTES = 8_000;

/** Tried in turn. The first gives about 5 kB for a photograph; the last is for noise. */
const QUALITIES = [0.75, 0.5, 0.2];

/** A small picture for the lists and reports, of at most `THUMBNAIL_LIMIT_BYTES`. */
export async function thumbnailOf(image: ImageBitmap): Promise<Blob> {
  for (let side = MAX_SIDE; ; side /= 2) {
    const canvas = drawWhole(image, { size: sizeWithin(image, side) });
    for (const quality of QUALITIES) {
      const thumbnail = await canvas.convertToBlob({ type: 'image/webp', quality });
      if (thumbnail.size <= THUMBNAIL_LIMIT_BYTES || side < 1) return thumbnail;
    }
  }
}

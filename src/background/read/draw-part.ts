import type { Size } from '../../core/media/page-media.ts';
import type { Box } from './file-place.ts';

/** How something is drawn, where it is not as large as it is. */
interface HowDrawn {
  readonly size?: Size;
  /** The colour below what is clear. */
  readonly ground?: string;
}

/** Draws a part of a decoded image, in whole pixels of it. */
export function drawPart(
  decoded: ImageBitmap,
  { left, top, width, height }: Box,
  { size = { width, height }, ground }: HowDrawn = {},
): OffscreenCanvas {
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d context');
  context.imageSmoothingQuality = 'high';
  if (ground !== undefined) {
    context.fillStyle = ground;
    context.fillRect(0, 0, size.width, size.height);
  }
  context.drawImage(decoded, left, top, width, height, 0, 0, size.width, size.height);
  return canvas;
}

/** Draws all of a decoded image. */
export function drawWhole(decoded: ImageBitmap, how?: HowDrawn): OffscreenCanvas {
  const { width, height } = decoded;
  return drawPart(decoded, { left: 0, top: 0, width, height }, how);
}

/** The size of an image whose longest side is no longer than this. */
export function sizeWithin({ width, height }: Size, maxSide: number): Size {
  const scale = Math.min(1, maxSide / Math.max(width, height));
  return { width: Math.ceil(width * scale), height: Math.ceil(height * scale) };
}

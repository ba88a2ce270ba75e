import { AppError } from '../../src/errors/app-error.ts';
import { rasteriseSvg } from '../../src/media/rasterise-svg.ts';
import { sendToOffscreen } from '../../src/messaging/send.ts';
import { withOffscreenDocument } from '../../src/platform/offscreen.ts';

/** Draws an SVG image: here, where the background has a document (Firefox), else in the offscreen document. */
export async function rasterise(svg: Blob): Promise<Blob> {
  if (typeof document !== 'undefined') return rasteriseSvg(svg);
  const image = await withOffscreenDocument(() => sendToOffscreen('rasterise', { svg }));
  if (!image) throw new AppError({ code: 'damaged-picture' });
  return image;
}

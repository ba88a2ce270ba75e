import { AppError } from '../../core/errors/app-error.ts';
import { sendToOffscreen } from '../../core/protocol/send.ts';
import { rasteriseSvg } from '../../offscreen/rasterise-svg.ts';
import { withOffscreenDocument } from '../browser/offscreen.ts';

/** Draws an SVG image: here, where the background has a document (Firefox), else in the offscreen document. */
export async function rasterise(svg: Blob): Promise<Blob> {
  if (typeof document !== 'undefined') return rasteriseSvg(svg);
  const image = await withOffscreenDocument(() => sendToOffscreen('rasterise', { svg }));
  if (!image) throw new AppError({ code: 'damaged-picture' });
  return image;
}

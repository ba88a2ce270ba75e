import { rasteriseSvg } from '../../src/media/rasterise-svg.ts';
import { sendToOffscreen } from '../../src/messaging/send.ts';
import { withOffscreenDocument } from '../../src/platform/offscreen.ts';

/** Draws an SVG image: here, where the background has a document (Firefox), else in the offscreen document. */
export function rasterise(svg: Blob): Promise<Blob> {
  if (typeof document !== 'undefined') return rasteriseSvg(svg);
  return withOffscreenDocument(() => sendToOffscreen('rasterise', { svg }));
}

import type { OnScreen } from '../../core/media/page-media.ts';
import { withDecoded } from './decode-image.ts';
import { drawPart } from './draw-part.ts';

/** Cuts the media out of a capture of its tab, at the capture's own (device) pixels; lossless. */
export function cropScreen(screen: Blob, area: OnScreen): Promise<Blob> {
  return withDecoded(screen, (whole) => {
    const scale = whole.width / area.viewportWidth;
    const left = Math.round(area.left * scale);
    const top = Math.round(area.top * scale);
    // The edges are rounded, not the size: what is beside the media stays out.
    const width = Math.max(1, Math.min(Math.round((area.left + area.width) * scale), whole.width) - left);
    const height = Math.max(1, Math.min(Math.round((area.top + area.height) * scale), whole.height) - top);
    return drawPart(whole, { left, top, width, height }).convertToBlob({ type: 'image/png' });
  });
}

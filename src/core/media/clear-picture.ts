import { pixelsOf } from './pixels-of.ts';

/** Pixels a side at which a picture is looked at. */
const SIDE = 48;

/** One whose mean opacity (0 to 255) is below this is clear: what is drawn on it are marks on what lies below. A twentieth. */
const CLEAR = 12.75;

/** Whether a picture is clear, or nearly. Throws where its pixels may not be read (SecurityError). */
export function isClearPicture(picture: CanvasImageSource): boolean {
  const opacities = pixelsOf(picture, SIDE).filter((_, index) => index % 4 === 3);
  return opacities.reduce((sum, opacity) => sum + opacity, 0) < CLEAR * opacities.length;
}

/** The RGBA values of a picture in a square of so many pixels a side, on a colour if one is given. Throws where they may not be read. */
export function pixelsOf(picture: CanvasImageSource, side: number, ground?: string): Uint8ClampedArray {
  const context = new OffscreenCanvas(side, side).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2d context');
  context.imageSmoothingQuality = 'high';
  if (ground) {
    context.fillStyle = ground;
    context.fillRect(0, 0, side, side);
  }
  context.drawImage(picture, 0, 0, side, side);
  return context.getImageData(0, 0, side, side).data;
}

/** Pixels a side at which a picture is looked at. */
const SIDE = 48;

/** One whose mean opacity (0 to 255) is below this is clear: what is drawn on it are marks on what lies below. A twentieth. */
const CLEAR = 12.75;

/** Whether a picture is clear, or nearly. Throws where its pixels may not be read (SecurityError). */
export function isClearPicture(picture: CanvasImageSource): boolean {
  const opacities = pixelsOf(picture, SIDE).filter((_, index) => index % 4 === 3);
  return opacities.reduce((sum, opacity) => sum + opacity, 0) < CLEAR * opacities.length;
}

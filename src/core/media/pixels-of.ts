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

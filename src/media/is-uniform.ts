/** The image is looked at with this many pixels a side at most: finer detail is no picture's only content. */
const LOOKED_AT_SIDE = 256;

/** By how much a channel may vary within one plain colour (0 to 255): codecs leave traces. */
const TOLERANCE = 3;

/** Whether an image is one plain colour, or transparent all over: black frames, failed captures, blank canvases. */
export function isUniform(image: ImageBitmap): boolean {
  const scale = Math.min(1, LOOKED_AT_SIDE / Math.max(image.width, image.height));
  const [width, height] = [Math.ceil(image.width * scale), Math.ceil(image.height * scale)];
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2d context');
  context.drawImage(image, 0, 0, width, height);
  return isPlain(context.getImageData(0, 0, width, height).data);
}

/** The same for RGBA values. */
export function isPlain(rgba: Uint8ClampedArray): boolean {
  for (let channel = 0; channel < 4; channel += 1) {
    let [least, most] = [255, 0];
    for (let index = channel; index < rgba.length; index += 4) {
      const value = rgba[index] ?? 0;
      least = Math.min(least, value);
      most = Math.max(most, value);
      if (most - least > TOLERANCE) return false;
    }
  }
  return true;
}

/** At first an image is looked at with this many pixels a side at most: nearly all show then that they are more than a colour. */
const GLANCE_SIDE = 256;

/** Else at its own size, in parts of this many pixels a side: a star or two of a night sky are lost when it is made small. */
const PART_SIDE = 1_024;

/** By how much a channel may vary within one plain colour (0 to 255): codecs leave traces. */
const TOLERANCE = 3;

/** Whether an image is one plain colour, or transparent all over: black frames, failed captures, blank canvases. */
export function isUniform(image: ImageBitmap): boolean {
  const { width, height } = image;
  const scale = Math.min(1, GLANCE_SIDE / Math.max(width, height));
  if (!isPartPlain(image, 0, 0, scale, GLANCE_SIDE)) return false;
  for (let top = 0; top < height && scale < 1; top += PART_SIDE) {
    for (let left = 0; left < width; left += PART_SIDE) {
      if (!isPartPlain(image, left, top, 1, PART_SIDE)) return false;
    }
  }
  return true;
}

/** Whether the part of an image from a place on is plain, of `side` pixels at most once it is scaled. */
function isPartPlain(image: ImageBitmap, left: number, top: number, scale: number, side: number): boolean {
  const width = Math.min(side, Math.ceil((image.width - left) * scale));
  const height = Math.min(side, Math.ceil((image.height - top) * scale));
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2d context');
  if (scale === 1) context.drawImage(image, -left, -top);
  else context.drawImage(image, 0, 0, width, height);
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

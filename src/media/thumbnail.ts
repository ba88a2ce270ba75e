/** Longest side of a thumbnail, in pixels: twice what the lists show, for screens with two device pixels a pixel. */
const MAX_SIDE = 96;

/** Quality of its JPEG: about 3 kB for a photograph of that size. */
const QUALITY = 0.7;

/** A small picture for the lists. */
export function thumbnailOf(image: ImageBitmap): Promise<Blob> {
  const scale = Math.min(1, MAX_SIDE / Math.max(image.width, image.height));
  const canvas = new OffscreenCanvas(Math.ceil(image.width * scale), Math.ceil(image.height * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
}

/** Longest side of a thumbnail, in pixels: twice what the lists show, for screens with two device pixels a pixel. */
const MAX_SIDE = 96;

/** Quality of its JPEG: about 3 kB for a photograph of that size. */
const QUALITY = 0.7;

/** A small picture for the lists; undefined when the browser cannot decode the image, which is no error of the check. */
export async function thumbnailOf(image: Blob): Promise<Blob | undefined> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(image);
  } catch {
    return undefined; // Damaged, or a format this browser does not know: the list shows its type instead.
  }
  const scale = Math.min(1, MAX_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = new OffscreenCanvas(Math.ceil(bitmap.width * scale), Math.ceil(bitmap.height * scale));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
}

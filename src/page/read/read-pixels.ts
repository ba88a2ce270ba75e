import type { PageRead } from '../../core/media/page-media.ts';
import { ownImage } from '../find/element-pictures.ts';
import { shownAddress } from '../find/shown-address.ts';
import { isCanvasExact } from './exact-canvas.ts';

/** Step 4 of the ladder, in the frame that owns the picture: the pixels that its element shows, as PNG. `url`: its address. */
export async function readPixels(element: Element | undefined, url: string | undefined): Promise<PageRead> {
  const source = element && sourceOf(element, url);
  if (!source || !(await isCanvasExact())) return { unreadable: true };
  let bitmap: ImageBitmap | undefined;
  try {
    bitmap = await createImageBitmap(source);
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    return { blob: await canvas.convertToBlob({ type: 'image/png' }) };
  } catch {
    return { unreadable: true }; // Of another origin without its leave (SecurityError), broken, or without any size.
  } finally {
    bitmap?.close();
  }
}

/** An image whose picture is that of its style, or a canvas with a background, has the pixels of another one. */
function sourceOf(element: Element, url: string | undefined): (CanvasImageSource & Element) | undefined {
  if (url === undefined) return element instanceof HTMLCanvasElement ? element : undefined;
  const isInSvg = element instanceof SVGImageElement && shownAddress(element) === url;
  return isInSvg ? element : ownImage(element, url);
}

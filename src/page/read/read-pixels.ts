import type { PageRead } from '../../core/media/page-media.ts';
import { isCanvasExact } from './exact-canvas.ts';

/** Step 4 of the ladder, in the frame that owns the picture: the pixels that its element shows, as PNG. */
export async function readPixels(element: Element | undefined): Promise<PageRead> {
  if (!isSource(element) || !(await isCanvasExact())) return { unreadable: true };
  let bitmap: ImageBitmap | undefined;
  try {
    bitmap = await createImageBitmap(element);
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    return { blob: await canvas.convertToBlob({ type: 'image/png' }) };
  } catch {
    return { unreadable: true }; // Of another origin without its leave (SecurityError), broken, or without any size.
  } finally {
    bitmap?.close();
  }
}

function isSource(element: Element | undefined): element is HTMLImageElement | HTMLCanvasElement | SVGImageElement {
  return (
    element instanceof HTMLImageElement || element instanceof HTMLCanvasElement || element instanceof SVGImageElement
  );
}

import type { PageRead, Size } from '../../core/media/page-media.ts';
import { ownImage } from '../find/element-pictures.ts';
import { shownAddress } from '../find/shown-address.ts';
import { isCanvasExact } from './exact-canvas.ts';

/** Longest side of what is drawn, in pixels: an SVG may be shown in any size. */
const MAX_DRAWN_SIDE = 4_096;

/**
 * Step 4 of the ladder, in the frame that owns the picture: the pixels that its element shows, as PNG. `url`: its address. A drawing
 * (SVG) is read in the size in which the page has drawn it already: at its own it may cost any time.
 */
export async function readPixels(
  element: Element | undefined,
  url: string | undefined,
  isDrawing: boolean,
): Promise<PageRead> {
  const source = element && sourceOf(element, url);
  if (!source || !(await isCanvasExact())) return { unreadable: true };
  let bitmap: ImageBitmap | undefined;
  try {
    bitmap = isDrawing ? undefined : await createImageBitmap(source);
    const { width, height } = bitmap ?? drawnSize(source);
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d')?.drawImage(bitmap ?? source, 0, 0, width, height);
    return { blob: await canvas.convertToBlob({ type: 'image/png' }) };
  } catch {
    return { unreadable: true }; // Of another origin without its leave (SecurityError), broken, or without any size.
  } finally {
    bitmap?.close();
  }
}

/** The pixels of the screen that a drawing takes up, or would without the box that cuts or stretches it. */
function drawnSize(source: Element): Size {
  const box = source.getBoundingClientRect();
  const { naturalWidth = 0, naturalHeight = 0 } = source instanceof HTMLImageElement ? source : {};
  const own = naturalWidth > 0 && naturalHeight > 0 ? { width: naturalWidth, height: naturalHeight } : box;
  const shown = Math.min(box.width / own.width, box.height / own.height) * devicePixelRatio;
  const scale = Math.min(shown, MAX_DRAWN_SIDE / Math.max(own.width, own.height));
  return { width: Math.ceil(own.width * scale), height: Math.ceil(own.height * scale) };
}

/** An image whose picture is that of its style, or a canvas with a background, has the pixels of another one. */
function sourceOf(element: Element, url: string | undefined): (CanvasImageSource & Element) | undefined {
  if (url === undefined) return element instanceof HTMLCanvasElement ? element : undefined;
  const isInSvg = element instanceof SVGImageElement && shownAddress(element) === url;
  return isInSvg ? element : ownImage(element, url);
}

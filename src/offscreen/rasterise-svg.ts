import { AppError } from '../core/errors/app-error.ts';

/** The size of an SVG image that names none, as browsers draw it in CSS (CSS 2.2, section 10.3.2). Pixels. */
const DEFAULT_SIZE = { width: 300, height: 150 };

/** Longest side that is drawn, in pixels: an SVG may claim any size. */
const MAX_SIDE = 4_096;

/**
 * Draws an SVG image as a page does in an `<img>`: no script in it runs, and it loads nothing. Needs a document: the
 * offscreen document in Chromium, the event page in Firefox.
 */
export async function rasteriseSvg(svg: Blob): Promise<Blob> {
  const address = URL.createObjectURL(svg.slice(0, svg.size, 'image/svg+xml'));
  try {
    const image = new Image();
    image.src = address;
    await image.decode().catch((cause: unknown) => {
      throw new AppError({ code: 'damaged-picture' }, { cause });
    });
    const { naturalWidth: width = 0, naturalHeight: height = 0 } = image;
    const size = width > 0 && height > 0 ? { width, height } : DEFAULT_SIZE;
    const scale = Math.min(1, MAX_SIDE / Math.max(size.width, size.height));
    const canvas = new OffscreenCanvas(Math.ceil(size.width * scale), Math.ceil(size.height * scale));
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: 'image/png' });
  } finally {
    URL.revokeObjectURL(address);
  }
}

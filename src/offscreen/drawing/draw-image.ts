import type { DocumentJobs } from '../../core/protocol/document-work.ts';
import { frameThatShows } from '../frame-that-shows.ts';

/** The size of an SVG image that names none, as browsers draw it in CSS (CSS 2.2, section 10.3.2). Pixels. */
const DEFAULT_SIZE = { width: 300, height: 150 };

/** Longest side that is drawn, in pixels: an SVG may claim any size. */
const MAX_SIDE = 4_096;

/** What the page is asked for: an image as it is drawn at first, or the frame of an animation that shows most. */
export interface DrawingOrder {
  readonly image: Blob;
  readonly frame: 'first' | 'that-shows';
}

/**
 * The page in which one image is drawn, for the frame around it: it is sent the order with a port, and answers there with the PNG and the
 * frame's number; with nothing where the browser does not decode the file.
 */
export function startDrawing(): void {
  const draw = ({ data, ports: [port] }: MessageEvent<DrawingOrder>) =>
    drawn(data).then(
      (answer) => port?.postMessage(answer),
      () => port?.postMessage(undefined),
    );
  addEventListener('message', draw, { once: true });
}

async function drawn({ image, frame }: DrawingOrder): Promise<DocumentJobs['frameThatShows']['result']> {
  if (frame === 'that-shows') return frameThatShows(image, {});
  return { image: await (image.type === 'image/svg+xml' ? drawSvg(image) : drawPixels(image)), number: 1 };
}

/** Draws an SVG as an `<img>` does: no script in it runs, and it loads nothing. */
async function drawSvg(svg: Blob): Promise<Blob> {
  const image = new Image();
  image.src = URL.createObjectURL(svg); // It goes with this page.
  await image.decode();
  const { naturalWidth: width, naturalHeight: height } = image;
  const size = width > 0 && height > 0 ? { width, height } : DEFAULT_SIZE;
  const scale = Math.min(1, MAX_SIDE / Math.max(size.width, size.height));
  return toPng(image, Math.ceil(size.width * scale), Math.ceil(size.height * scale));
}

/** The first frame, turned as it is shown. */
async function drawPixels(image: Blob): Promise<Blob> {
  const decoded = await createImageBitmap(image);
  return toPng(decoded, decoded.width, decoded.height);
}

function toPng(image: CanvasImageSource, width: number, height: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
  return canvas.convertToBlob({ type: 'image/png' });
}

/** The size of an SVG image that names none, as browsers draw it in CSS (CSS 2.2, section 10.3.2). Pixels. */
const DEFAULT_SIZE = { width: 300, height: 150 };

/** Longest side that is drawn, in pixels: an SVG may claim any size. */
const MAX_SIDE = 4_096;

/**
 * The page in which one SVG is drawn, for the frame around it: it is sent the file with a port, and answers there with the PNG; with
 * nothing where the file is no SVG image.
 */
export function startDrawing(): void {
  const draw = ({ data, ports: [port] }: MessageEvent<Blob>) =>
    drawSvg(data).then(
      (png) => port?.postMessage(png),
      () => port?.postMessage(undefined),
    );
  addEventListener('message', draw, { once: true });
}

/** Draws an SVG as an `<img>` does: no script in it runs, and it loads nothing. */
async function drawSvg(svg: Blob): Promise<Blob> {
  const image = new Image();
  image.src = URL.createObjectURL(svg.slice(0, svg.size, 'image/svg+xml')); // It goes with this page.
  await image.decode();
  const { naturalWidth: width, naturalHeight: height } = image;
  const size = width > 0 && height > 0 ? { width, height } : DEFAULT_SIZE;
  const scale = Math.min(1, MAX_SIDE / Math.max(size.width, size.height));
  const canvas = new OffscreenCanvas(Math.ceil(size.width * scale), Math.ceil(size.height * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: 'image/png' });
}

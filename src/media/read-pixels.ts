import type { PageRead } from './page-media.ts';

/** The known pixels a canvas must give back exactly: all channels, dark and bright. */
const PROBE = ['#000000', '#ffffff', '#010203', '#7f8081', '#fe00aa', '#15c3d7', '#808080', '#c0ffee'];

/**
 * Step 4 of the ladder, in the frame that owns the picture: the pixels that its element shows, as PNG. Only where a canvas
 * gives back what was drawn on it: some browsers add noise against fingerprinting, and noise reads as a mark of AI.
 */
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

/** By the way the picture takes too: Firefox's `resistFingerprinting` leaves `getImageData` of extensions alone, and no file. */
async function isCanvasExact(): Promise<boolean> {
  const canvas = new OffscreenCanvas(PROBE.length, 1);
  const context = canvas.getContext('2d');
  if (!context) return false;
  for (const [x, colour] of PROBE.entries()) {
    context.fillStyle = colour;
    context.fillRect(x, 0, 1, 1);
  }
  const written = await createImageBitmap(await canvas.convertToBlob({ type: 'image/png' }));
  context.clearRect(0, 0, PROBE.length, 1);
  context.drawImage(written, 0, 0);
  const { data } = context.getImageData(0, 0, PROBE.length, 1);
  const seen = PROBE.map((_, x) => [...data.subarray(x * 4, x * 4 + 3)].map(hex).join(''));
  return PROBE.every((colour, x) => colour === `#${seen[x]}`);
}

function hex(value: number): string {
  return value.toString(16).padStart(2, '0');
}

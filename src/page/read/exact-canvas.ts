/** The known pixels a canvas must give back exactly: all channels, dark and bright. */
const PROBE = ['#000000', '#ffffff', '#010203', '#7f8081', '#fe00aa', '#15c3d7', '#808080', '#c0ffee'];

/**
 * Whether canvases give back what was drawn on them, as pixels and as files: some browsers add noise against fingerprinting,
 * or give another picture (Firefox, `privacy.resistFingerprinting`: in files alone). Noise reads as a mark of AI.
 */
export async function isCanvasExact(): Promise<boolean> {
  const canvas = new OffscreenCanvas(PROBE.length, 1);
  const context = canvas.getContext('2d');
  if (!context) return false;
  for (const [x, colour] of PROBE.entries()) {
    context.fillStyle = colour;
    context.fillRect(x, 0, 1, 1);
  }
  if (!isProbe(context)) return false;
  const bitmap = await createImageBitmap(await canvas.convertToBlob({ type: 'image/png' }));
  const again = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  again?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return again !== null && isProbe(again);
}

function isProbe(context: OffscreenCanvasRenderingContext2D): boolean {
  const { data } = context.getImageData(0, 0, PROBE.length, 1);
  return PROBE.every((colour, x) => colour === `#${[...data.subarray(x * 4, x * 4 + 3)].map(hex).join('')}`);
}

function hex(value: number): string {
  return value.toString(16).padStart(2, '0');
}

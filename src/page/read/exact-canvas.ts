/** The known pixels a canvas must give back exactly: all channels, dark and bright. */
const PROBE = ['0,0,0', '255,255,255', '1,2,3', '127,128,129', '254,0,170', '21,195,215', '128,128,128', '192,255,238'];

/** They do, and will for as long as the page is there, which may have hundreds of images. A "no" may be lifted by the user. */
let isExact = false;

/**
 * Whether canvases give back what was drawn on them, as pixels and as files: some browsers add noise against fingerprinting,
 * or give another picture (Firefox, `privacy.resistFingerprinting`: in files alone). Noise reads as a mark of AI.
 */
export async function isCanvasExact(): Promise<boolean> {
  isExact ||= await tryCanvas();
  return isExact;
}

async function tryCanvas(): Promise<boolean> {
  const canvas = new OffscreenCanvas(PROBE.length, 1);
  const context = canvas.getContext('2d');
  if (!context) return false;
  for (const [x, colour] of PROBE.entries()) {
    context.fillStyle = `rgb(${colour})`;
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
  return String(data.filter((_, index) => index % 4 < 3)) === String(PROBE);
}

import { loadConverter } from '../../offscreen/mp4/converter.ts';
import type { ConversionWatch, ConvertedVideo } from '../../offscreen/mp4/to-mp4.ts';
import { withOffscreenDocument } from '../browser/offscreen.ts';
import { convertInOffscreen } from '../offscreen-link/convert-offscreen.ts';

/** Puts a video into an MP4: here, where the background has a document (Firefox), else in the offscreen document. */
export async function convertVideo(file: Blob, name: string, watch: ConversionWatch): Promise<ConvertedVideo> {
  if (typeof document !== 'undefined') return (await loadConverter())(file, name, watch);
  return withOffscreenDocument(() => convertInOffscreen(file, name, watch), { isHeavy: true });
}

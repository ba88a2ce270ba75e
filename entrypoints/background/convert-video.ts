import { loadConverter } from '../../src/media/video/converter.ts';
import type { ConversionWatch, ConvertedVideo } from '../../src/media/video/to-mp4.ts';
import { convertInOffscreen } from '../../src/messaging/convert-offscreen.ts';
import { withOffscreenDocument } from '../../src/platform/offscreen.ts';

/** Puts a video into an MP4: here, where the background has a document (Firefox), else in the offscreen document. */
export async function convertVideo(file: Blob, name: string, watch: ConversionWatch): Promise<ConvertedVideo> {
  if (typeof document !== 'undefined') return (await loadConverter())(file, name, watch);
  return withOffscreenDocument(() => convertInOffscreen(file, name, watch), { isHeavy: true });
}

import { AppError } from '../../src/errors/app-error.ts';
import { loadConverter } from '../../src/media/video/converter.ts';
import type { ConvertedVideo } from '../../src/media/video/to-mp4.ts';
import { sendToOffscreen } from '../../src/messaging/send.ts';
import { withOffscreenDocument } from '../../src/platform/offscreen.ts';

/** Puts a video into an MP4: here, where the background has a document (Firefox), else in the offscreen document. */
export async function convertVideo(file: Blob, name: string): Promise<ConvertedVideo> {
  if (typeof document !== 'undefined') return (await loadConverter())(file, name);
  const converted = await withOffscreenDocument(() => sendToOffscreen('toMp4', { file, name }));
  if (!converted) throw new AppError({ code: 'video-format-unsupported', format: name });
  return converted;
}

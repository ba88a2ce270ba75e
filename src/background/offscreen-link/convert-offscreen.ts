import { AppError } from '../../core/errors/app-error.ts';
import { CONVERSION_PORT_PREFIX, type FromConverter, type ToConverter } from '../../core/protocol/conversion-port.ts';
import type { ConversionWatch, ConvertedVideo } from '../../core/protocol/document-work.ts';
import { connectToOffscreen } from '../../core/protocol/offscreen-port.ts';

/** Has the offscreen document convert a video; it stops at once when the signal says so. The document must be open. */
export async function convertInOffscreen(
  file: Blob,
  name: string,
  { signal, onProgress }: ConversionWatch,
): Promise<ConvertedVideo> {
  // A name of its own: two at once must not be taken for each other.
  const port = await connectToOffscreen(CONVERSION_PORT_PREFIX + crypto.randomUUID());
  const gone = new AppError({ code: 'video-format-unsupported', format: name });
  if (!port) throw gone;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      port.disconnect();
      return reject(signal.reason);
    }
    const stop = () => {
      port.disconnect();
      reject(signal?.reason);
    };
    const end = (settle: () => void) => {
      signal?.removeEventListener('abort', stop);
      port.disconnect();
      settle();
    };
    signal?.addEventListener('abort', stop, { once: true });
    port.onMessage.addListener((message: FromConverter) => {
      if (message.type === 'progress') onProgress?.(message.fraction);
      else if (message.type === 'done') end(() => resolve(message.converted));
      else end(() => reject(new AppError(message.error)));
    });
    // The document has gone, and the conversion with it.
    port.onDisconnect.addListener(() => end(() => reject(gone)));
    const order: ToConverter = { file, name };
    port.postMessage(order);
  });
}

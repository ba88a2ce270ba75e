import { connectToOffscreen } from '../../core/protocol/offscreen-port.ts';
import { type FromUploader, type ToUploader, UPLOAD_PORT_PREFIX } from '../../core/protocol/upload-port.ts';
import type { UploadOrder, UploadOutcome, UploadWatch } from '../../core/service/upload.ts';

/** Has the offscreen document send an upload, or follows the one it has. The document must be open. */
export async function uploadInOffscreen(
  jobId: string,
  order: UploadOrder | undefined,
  { signal, onProgress }: UploadWatch,
): Promise<UploadOutcome> {
  const port = await connectToOffscreen(UPLOAD_PORT_PREFIX + jobId);
  if (!port) return { failure: 'network' };
  return new Promise((resolve) => {
    const tell = (message: ToUploader) => port.postMessage(message);
    const end = (outcome: UploadOutcome) => {
      signal?.removeEventListener('abort', cancel);
      port.disconnect();
      resolve(outcome);
    };
    const cancel = () => {
      tell({ type: 'cancel' });
      end({ failure: 'aborted' });
    };
    if (signal?.aborted) return cancel(); // An earlier background may have begun it.
    signal?.addEventListener('abort', cancel, { once: true });
    port.onMessage.addListener((message: FromUploader) => {
      if (message.type === 'progress') onProgress?.(message.fraction);
      else end(message.outcome);
    });
    port.onDisconnect.addListener(() => end({ failure: 'network' })); // The document has gone, and its request with it.
    tell(order ? { type: 'send', order } : { type: 'resume' });
  });
}

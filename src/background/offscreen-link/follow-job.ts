import { browser } from '../../core/browser/browser.ts';
import { AppError } from '../../core/errors/app-error.ts';
import {
  type DocumentJobs,
  type FromJob,
  type JobName,
  type JobWatch,
  jobPort,
  type ToJob,
} from '../../core/protocol/document-work.ts';
import { sendToOffscreen } from './send-to-offscreen.ts';

/** How a job ended; `lost`: the document has gone, and the job with it; it knows of no such job; or it was stopped. */
export type JobEnd<Name extends JobName> =
  | { readonly result: DocumentJobs[Name]['result'] }
  | { readonly lost: 'gone' | 'unknown' | 'stopped' };

/**
 * Has the offscreen document do a job; without an order, follows the one that an earlier background has begun under this id. The
 * document must be open. Throws the AppError with which the job failed.
 */
export async function followJob<Name extends JobName>(
  name: Name,
  id: string,
  order: DocumentJobs[Name]['order'] | undefined,
  { signal, onProgress }: JobWatch,
): Promise<JobEnd<Name>> {
  const port = await connect(jobPort(name, id));
  if (!port) return { lost: 'gone' };
  return new Promise((resolve, reject) => {
    const tell = (message: ToJob<Name>) => port.postMessage(message);
    const end = (settle: () => void) => {
      signal?.removeEventListener('abort', stop);
      port.disconnect();
      settle();
    };
    const stop = () => {
      tell({ type: 'stop' });
      end(() => resolve({ lost: 'stopped' }));
    };
    if (signal?.aborted) return stop(); // An earlier background may have begun it.
    signal?.addEventListener('abort', stop, { once: true });
    port.onMessage.addListener((message: FromJob<Name>) => {
      if (message.type === 'progress') onProgress?.(message.fraction);
      else if (message.type === 'done') end(() => resolve({ result: message.result }));
      else if (message.type === 'failed') end(() => reject(new AppError(message.error)));
      else end(() => resolve({ lost: 'unknown' }));
    });
    port.onDisconnect.addListener(() => end(() => resolve({ lost: 'gone' })));
    tell(order ? { type: 'begin', order } : { type: 'follow' });
  });
}

/**
 * Opens a port to the offscreen document, which is told first; undefined where there is no document that would take it. One that
 * listened to `onConnect` all the time would hold the ports of pages open together with the background, and they would not hear
 * of its end (Chromium 156).
 */
async function connect(name: string) {
  // It is rejected where nobody listens: the document has gone, or is not loaded yet.
  const isExpected = await sendToOffscreen('expectPort', { name }).catch(() => false);
  return isExpected ? browser.runtime.connect({ name }) : undefined;
}

import type { Browser } from '../core/browser/browser.ts';
import type { PortServer } from '../core/protocol/offscreen-port.ts';
import { sendToBackground } from '../core/protocol/send-to-background.ts';
import { type FromUploader, type ToUploader, UPLOAD_PORT_PREFIX } from '../core/protocol/upload-port.ts';
import type { UploadOrder, UploadOutcome, UploadWatch } from '../core/service/upload.ts';

/** One upload: it goes on, and its end is kept, also while no background follows it. */
interface Job {
  readonly controller: AbortController;
  followers: Set<(message: FromUploader) => void>;
  last: FromUploader;
}

/**
 * Sends uploads for the background, in the offscreen document. A background that ends leaves its uploads running; the next
 * takes them up, and is started for it when one has ended with nobody there.
 */
export function serveUploads(send: (order: UploadOrder, watch: UploadWatch) => Promise<UploadOutcome>): PortServer {
  const jobs = new Map<string, Job>();

  function begin(id: string, order: UploadOrder): Job {
    const job: Job = {
      controller: new AbortController(),
      followers: new Set(),
      last: { type: 'progress', fraction: 0 },
    };
    jobs.set(id, job);
    const tell = (message: FromUploader) => {
      job.last = message;
      for (const follower of job.followers) follower(message);
    };
    const watch = {
      signal: job.controller.signal,
      onProgress: (fraction: number) => tell({ type: 'progress', fraction }),
    };
    void send(order, watch).then((outcome) => {
      tell({ type: 'ended', outcome });
      if (job.followers.size > 0) jobs.delete(id);
      else if (!job.controller.signal.aborted) void sendToBackground('uploadEnded', {});
    });
    return job;
  }

  function follow(id: string, job: Job | undefined, port: Browser.runtime.Port): void {
    const tell = (message: FromUploader) => port.postMessage(message);
    if (!job) {
      tell({ type: 'ended', outcome: { failure: 'unknown-job' } });
      return;
    }
    job.followers.add(tell);
    port.onDisconnect.addListener(() => job.followers.delete(tell));
    tell(job.last);
    if (job.last.type === 'ended') jobs.delete(id);
  }

  function serve(port: Browser.runtime.Port): void {
    const id = port.name.slice(UPLOAD_PORT_PREFIX.length);
    port.onMessage.addListener((message: ToUploader) => {
      if (message.type === 'cancel') {
        jobs.get(id)?.controller.abort();
        jobs.delete(id);
      } else follow(id, message.type === 'send' ? begin(id, message.order) : jobs.get(id), port);
    });
  }

  return { prefix: UPLOAD_PORT_PREFIX, serve };
}

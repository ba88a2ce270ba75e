import type { FileMarksRead } from './file-marks.ts';
import type { MarksRequest } from './marks-request.ts';

/** The worker's script (entrypoints/read-marks.ts). */
const SCRIPT = '/read-marks.js';

/** Longest time a file is read for, in milliseconds: hashing 500 MB takes some ten seconds. */
const LIMIT_MS = 60_000;

/**
 * Reads what a file says about itself, in a worker of its own, which ends with the answer or after the limit. Rejects when it
 * fails. Needs a document: the offscreen document, or Firefox's event page.
 */
export async function askMarksWorker(request: MarksRequest): Promise<FileMarksRead> {
  const worker = new Worker(SCRIPT);
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise((resolve, reject) => {
      timer = setTimeout(() => reject(new Error('reading marks took too long')), LIMIT_MS);
      worker.onmessage = ({ data }: MessageEvent<FileMarksRead>) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage(request);
    });
  } finally {
    clearTimeout(timer);
    worker.terminate();
  }
}

import type { FileMetadataRead } from '../../core/media/file-metadata.ts';
import type { FileMetadataRequest } from '../../core/protocol/document-work.ts';

/** The worker's script (entrypoints/read-metadata.ts). */
const SCRIPT = '/read-metadata.js';

/**
 * Longest time a file is read for, in milliseconds, and for each of its bytes: the engine for Content Credentials hashes 50 MB a
 * second, but cannot be told to stop.
 */
const LIMIT_MS = 5_000;
const LIMIT_MS_PER_BYTE = 1 / 10_000;

/** How long a worker without the engine is kept for the next file, in milliseconds: a page may hold hundreds. */
const SPARE_MS = 2_000;

const spares: Worker[] = [];

/**
 * Reads what a file says about itself, in a worker. One that has loaded the engine ends with its answer, and one that fails or
 * takes too long at once; the others may read further files. Rejects when it fails. Needs a document: the offscreen document, or
 * Firefox's event page.
 */
export async function askFileMetadataWorker(request: FileMetadataRequest): Promise<FileMetadataRead> {
  const worker = spares.pop() ?? new Worker(SCRIPT);
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const read = await new Promise<FileMetadataRead>((resolve, reject) => {
      timer = setTimeout(
        () => reject(new Error('reading metadata took too long')),
        LIMIT_MS + request.file.size * LIMIT_MS_PER_BYTE,
      );
      worker.onmessage = ({ data }: MessageEvent<FileMetadataRead>) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage(request);
    });
    if (isWithoutEngine(read)) keepSpare(worker);
    else worker.terminate();
    return read;
  } catch (error) {
    worker.terminate();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** The engine was not asked: there was nothing for it. */
function isWithoutEngine({ fileMetadata }: FileMetadataRead): boolean {
  return 'unread' in fileMetadata || fileMetadata.credentials.state === 'none';
}

/** For the next file; where none comes soon, it ends. */
function keepSpare(worker: Worker): void {
  spares.push(worker);
  setTimeout(() => {
    const place = spares.indexOf(worker);
    if (place < 0) return; // It is in use, or was since.
    spares.splice(place, 1);
    worker.terminate();
  }, SPARE_MS);
}

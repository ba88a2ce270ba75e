import type { DocumentWork } from '../core/protocol/document-work.ts';
import { askFileMetadataWorker } from './file-metadata/ask-metadata-worker.ts';
import { frameThatShows } from './frame-that-shows.ts';
import { convertInWorker, cutInWorker } from './mp4/convert-in-worker.ts';
import { sendByXhr } from './send-by-xhr.ts';

/** What needs a document, done in this one: the offscreen document, or Firefox's event page. */
export const workHere = {
  readFileMetadata: askFileMetadataWorker,
  frameThatShows,
  upload: sendByXhr,
  convertVideo: convertInWorker,
  cutVideo: cutInWorker,
} satisfies Omit<DocumentWork, 'rasterise'>;

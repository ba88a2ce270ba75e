import type { DocumentWork } from '../core/protocol/document-work.ts';
import { askFileMetadataWorker } from './file-metadata/ask-metadata-worker.ts';
import { frameThatShows } from './frame-that-shows.ts';
import { loadConverter } from './mp4/converter.ts';
import { rasteriseSvg } from './rasterise-svg.ts';
import { sendByXhr } from './send-by-xhr.ts';

/** What needs a document, done in this one. */
export const workHere = {
  readFileMetadata: askFileMetadataWorker,
  rasterise: rasteriseSvg,
  frameThatShows,
  upload: sendByXhr,
  convertVideo: async ({ file, name }, watch) => (await loadConverter())(file, name, watch),
} satisfies DocumentWork;

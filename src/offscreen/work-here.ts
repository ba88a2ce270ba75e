import type { DocumentWork } from '../core/protocol/document-work.ts';
import { askFileMetadataWorker } from './file-metadata/ask-metadata-worker.ts';
import { loadConverter } from './mp4/converter.ts';
import { rasteriseSvg } from './rasterise-svg.ts';

/** What needs a document, done in this one. */
export const workHere = {
  readFileMetadata: askFileMetadataWorker,
  rasterise: rasteriseSvg,
  convertVideo: async (file, name, watch) => (await loadConverter())(file, name, watch),
} satisfies DocumentWork;

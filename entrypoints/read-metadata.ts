import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startFileMetadataWorker } from '../src/offscreen/file-metadata/metadata-worker.ts';

// A worker of the offscreen document (Firefox: of the event page), started when a file is read, and ended soon after.
export default defineUnlistedScript(() => {
  startFileMetadataWorker();
});

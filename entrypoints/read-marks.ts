import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startMarksWorker } from '../src/offscreen/file-marks/marks-worker.ts';

// A worker of the offscreen document (Firefox: of the event page), started when a file is read, and ended soon after.
export default defineUnlistedScript(() => {
  startMarksWorker();
});

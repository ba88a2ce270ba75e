import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startMarksWorker } from '../src/media/marks/marks-worker.ts';

// A worker of the offscreen document (Firefox: of the event page), started for each file and ended after it.
export default defineUnlistedScript(() => {
  startMarksWorker();
});

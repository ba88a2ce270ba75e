import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startConverter } from '../src/offscreen/mp4/converter-worker.ts';

// A worker of the offscreen document (Firefox: of the event page), started for a video that has to be converted, and ended with it.
export default defineUnlistedScript(() => {
  startConverter();
});

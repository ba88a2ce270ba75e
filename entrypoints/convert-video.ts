import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { shareConverter } from '../src/offscreen/mp4/converter.ts';
import { toMp4 } from '../src/offscreen/mp4/to-mp4.ts';

// Loaded by the offscreen document (Firefox: by the event page) when a video has to be converted, and not before.
export default defineUnlistedScript(() => {
  shareConverter(toMp4);
});

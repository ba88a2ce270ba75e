import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { shareConverter } from '../src/media/video/converter.ts';
import { toMp4 } from '../src/media/video/to-mp4.ts';

// Loaded by the offscreen document (Firefox: by the event page) when a video has to be converted, and not before.
export default defineUnlistedScript(() => {
  shareConverter(toMp4);
});

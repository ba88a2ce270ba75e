import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startPixelsScript } from '../src/page/panel/pixels-script.ts';

// Injected beside page.ts, and only where pixels or the screen are read in place of a file.
export default defineUnlistedScript(() => {
  startPixelsScript();
});

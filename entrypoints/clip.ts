import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startClipScript } from '../src/page/panel/clip-script.ts';

// Injected beside page.ts, and only where a video without a file is checked.
export default defineUnlistedScript(() => {
  startClipScript();
});

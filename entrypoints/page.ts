import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startPageScript } from '../src/page/panel/page-script.ts';

// Injected on demand into the frame that was clicked, and nowhere else. The function is written out here because WXT
// runs this file at build time with the bodies of such functions, and what they import, cut away.
export default defineUnlistedScript(() => {
  startPageScript();
});

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startShowMediaScript } from '../src/page/panel/show-media-script.ts';

// Injected behind page.ts, and only where the user has the side panel show something in its page.
export default defineUnlistedScript(() => {
  startShowMediaScript();
});

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startPageCheckScript } from '../src/ui/marks/page-check-script.ts';

// Injected beside page.ts into the frames of a page whose media are checked all together.
export default defineUnlistedScript(() => {
  startPageCheckScript();
});

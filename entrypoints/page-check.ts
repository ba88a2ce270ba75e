import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startPageCheckScript } from '../src/page/badges/page-check-script.ts';

// Injected beside page.ts into the frames of a page whose media are checked all together.
export default defineUnlistedScript(() => {
  startPageCheckScript();
});

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { watchRightClicks } from '../src/page/find/watch-right-clicks.ts';

// Registered for pages only where the user wants the menu everywhere, or has granted all sites.
export default defineUnlistedScript(() => {
  watchRightClicks();
});

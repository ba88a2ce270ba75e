import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startAutomaticScript } from '../src/page/automatic/watch-images.ts';

// Registered for the sites where the user, or an administrator, wants images checked as they are shown.
export default defineUnlistedScript(() => {
  startAutomaticScript();
});

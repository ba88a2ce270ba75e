import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startPartScript } from '../src/page/panel/part-script.ts';

// Injected behind panel.ts, and only where a part of an image is to be checked.
export default defineUnlistedScript(() => {
  startPartScript();
});

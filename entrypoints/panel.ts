import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startPanelScript } from '../src/page/panel/panel-script.ts';

// Injected behind page.ts into the frame in which a panel is shown, and for the badges of a whole page.
export default defineUnlistedScript(() => {
  startPanelScript();
});

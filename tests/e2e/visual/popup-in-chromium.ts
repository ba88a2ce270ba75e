import type { PageServer } from '../../fixtures/serve-pages.ts';
import type { Sandbox } from '../../sandbox/create-sandbox.ts';
import { buildInLanguage } from '../build-in-language.ts';
import { openStillPage } from '../forget-everything.ts';
import { launchChromium } from '../harness/chromium.ts';
import { startDesktop } from '../harness/desktop.ts';
import { checkPopupLooks } from './check-popup-look.ts';
import type { PopupLanguage, PopupLook } from './popup-looks.ts';
import { CHROMIUM_SAME_EVERYWHERE, SAME_EVERYWHERE } from './same-everywhere.ts';

/** Opens the popup of Chromium’s toolbar in a language, in each of its looks, or these, and compares them. */
export async function lookAtPopupInChromium(
  language: PopupLanguage,
  { pages, sandbox }: { readonly pages: PageServer; readonly sandbox: Sandbox },
  looks?: readonly PopupLook[],
): Promise<void> {
  const desktop = await startDesktop();
  const chromium = await launchChromium({
    desktop,
    extensionFolder: await buildInLanguage('chrome-mv3-local', language),
    extraFlags: ['--wm-window-animations-disabled', ...CHROMIUM_SAME_EVERYWHERE],
    env: SAME_EVERYWHERE,
  });
  const ownPage = await openStillPage(chromium);
  const results = await chromium.context.newPage();
  await results.goto(`chrome-extension://${chromium.extensionId}/results.html`);
  await results.locator('.empty').waitFor(); // There is a history to keep results in.
  const show = (address: string) => results.goto(address);
  await checkPopupLooks(language, { browserName: 'chromium', desktop, sandbox, pages, ownPage, show }, looks);
  await chromium.close();
  await desktop.stop();
}

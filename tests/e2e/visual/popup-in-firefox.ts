import type { PageServer } from '../../fixtures/serve-pages.ts';
import type { Sandbox } from '../../sandbox/create-sandbox.ts';
import { buildInLanguage } from '../build-in-language.ts';
import { EXTENSION_ID } from '../firefox/firefox-test.ts';
import { startDesktop } from '../harness/desktop.ts';
import { launchFirefox } from '../harness/firefox.ts';
import { STILL_PAGE } from '../harness/still-page.ts';
import { waitInPage } from '../harness/wait-in-page.ts';
import { checkPopupLooks } from './check-popup-look.ts';
import type { PopupLanguage } from './popup-looks.ts';
import { SAME_EVERYWHERE } from './same-everywhere.ts';

/** Opens the popup of Firefox’s toolbar in a language, in each of its looks, and compares them. */
export async function lookAtPopupInFirefox(
  language: PopupLanguage,
  { pages, sandbox }: { readonly pages: PageServer; readonly sandbox: Sandbox },
): Promise<void> {
  const plain = await startDesktop({ hasWindowManager: true });
  const desktop = { ...plain, env: { ...plain.env, ...SAME_EVERYWHERE } };
  const firefox = await launchFirefox({
    desktop,
    extensionFolder: await buildInLanguage('firefox-mv3-local', language),
    extensionId: EXTENSION_ID,
    preferences: {
      'ui.popup.disable_autohide': true, // Else it closes when another window takes the focus.
      'ui.useOverlayScrollbars': 1, // They take no place, and are gone at rest.
    },
  });
  const { page, browser, extensionOrigin } = firefox;
  await firefox.goToOwnPage('results.html');
  await waitInPage(page, 'there is a history to keep results in', () => document.querySelector('.empty') !== null);
  const still = await browser.newPage();
  await still.goto(`${extensionOrigin}/${STILL_PAGE}`, { waitUntil: 'networkidle0' });
  await page.bringToFront();
  const ownPage = {
    evaluate: (run: unknown, argument: unknown) => still.evaluate(`(${run})(${JSON.stringify(argument)})`),
  };
  const show = (address: string) => page.goto(address);
  await checkPopupLooks(language, { browserName: 'firefox', desktop, sandbox, pages, ownPage, show });
  await firefox.close();
  await plain.stop();
}

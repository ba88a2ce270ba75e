import { EXTENSION_ID } from '../firefox/firefox-test.ts';
import { startDesktop } from '../harness/desktop.ts';
import { launchFirefox } from '../harness/firefox.ts';
import { STILL_PAGE } from '../harness/still-page.ts';
import { waitInPage } from '../harness/wait-in-page.ts';
import { test } from '../services-test.ts';
import { buildInLanguage } from './build-in-language.ts';
import { checkPopupLooks } from './check-popup-look.ts';
import { LANGUAGES } from './popup-looks.ts';

test.describe.configure({ mode: 'default' });

for (const language of LANGUAGES) {
  test(`the popup of Firefox’s toolbar keeps its shape in ${language}`, async ({ pages, sandbox }) => {
    const desktop = await startDesktop({ hasWindowManager: true });
    const extensionFolder = await buildInLanguage('firefox-mv3-local', language);
    const firefox = await launchFirefox({
      desktop,
      extensionFolder,
      extensionId: EXTENSION_ID,
      preferences: { 'ui.popup.disable_autohide': true }, // Else it closes when another window takes the focus.
    });
    const { page, browser, extensionOrigin } = firefox;
    await firefox.goToOwnPage('results.html');
    await waitInPage(page, 'there is a history to keep results in', () => document.querySelector('.empty') !== null);
    const ownPage = await browser.newPage();
    await ownPage.goto(`${extensionOrigin}/${STILL_PAGE}`, { waitUntil: 'networkidle0' });
    await page.bringToFront();
    await checkPopupLooks(language, {
      desktop,
      sandbox,
      pages,
      ownPage: { evaluate: (run, argument) => ownPage.evaluate(`(${run})(${JSON.stringify(argument)})`) },
      show: (address) => page.goto(address),
    });
    await firefox.close();
    await desktop.stop();
  });
}

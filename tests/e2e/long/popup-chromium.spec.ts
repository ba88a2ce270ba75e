import { openStillPage } from '../forget-everything.ts';
import { launchChromium } from '../harness/chromium.ts';
import { startDesktop } from '../harness/desktop.ts';
import { test } from '../services-test.ts';
import { buildInLanguage } from './build-in-language.ts';
import { checkPopupLooks } from './check-popup-look.ts';
import { LANGUAGES } from './popup-looks.ts';

test.describe.configure({ mode: 'default' });

for (const language of LANGUAGES) {
  test(`the popup of Chromium’s toolbar keeps its shape in ${language}`, async ({ pages, sandbox }) => {
    const desktop = await startDesktop();
    const extensionFolder = await buildInLanguage('chrome-mv3-local', language);
    const chromium = await launchChromium({
      desktop,
      extensionFolder,
      extraFlags: ['--wm-window-animations-disabled'],
    });
    const ownPage = await openStillPage(chromium);
    const results = await chromium.context.newPage();
    await results.goto(`chrome-extension://${chromium.extensionId}/results.html`);
    await results.locator('.empty').waitFor(); // There is a history to keep results in.
    await checkPopupLooks(language, { desktop, sandbox, pages, ownPage, show: (address) => results.goto(address) });
    await chromium.close();
    await desktop.stop();
  });
}

import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { manifest } from '../../src/manifest.ts';
import { findBrowserBinary } from '../../tests/e2e/harness/browser-binary.ts';
import { welcomed } from '../../tests/e2e/harness/firefox-itself.ts';
import { FIREFOX_NAMES_PREFERENCES } from '../../tests/fixtures/public-names.ts';

/** The address of the extension's pages is made up by Firefox unless it is set. */
const UUID = '3f0c5a52-0d5e-4a7b-8f0e-9b1f5e6c7d80';

/** A Firefox with the extension in it. */
interface OpenFirefox {
  readonly browser: Browser;
  readonly page: Page;
  /** Where the extension's pages are. */
  readonly origin: string;
}

/** Opens the Firefox of this computer, with a new profile and the extension in it. */
export async function openFirefox(folder: string, headless: boolean): Promise<OpenFirefox> {
  const id = manifest(true).browser_specific_settings?.gecko?.id;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: await findBrowserBinary('firefox'),
    headless,
    defaultViewport: null,
    // Without it the debugger may not open the pages of an extension.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      ...FIREFOX_NAMES_PREFERENCES,
      'extensions.webextensions.uuids': JSON.stringify({ [id ?? '']: UUID }),
    },
  });
  const [page = await browser.newPage()] = await browser.pages();
  await browser.installExtension(folder);
  await welcomed(page); // While that page comes up, a visit to another page of the extension would be cut off.
  await page.bringToFront(); // A page behind another draws no frames, and what waits for one waits without end.
  return { browser, page, origin: `moz-extension://${UUID}` };
}

import puppeteer, { type Browser } from 'puppeteer-core';
import { CHROMIUM_NAMES_FLAG } from '../../tests/fixtures/public-names.ts';
import { findChromium } from '../set-up/find-chromium.mjs';

/** A browser with the extension in it. */
export interface OpenBrowser {
  readonly browser: Browser;
  readonly extensionId: string;
}

/**
 * Opens the Chrome, Chromium or Edge of this computer, with a new profile and the extension in it. Through the debugging
 * protocol, since Chrome no longer takes `--load-extension`.
 */
export async function openBrowser(extensionFolder: string, isHeadless: boolean): Promise<OpenBrowser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chrome, Chromium or Edge was found. Install one, or name it in CHROME_BIN.');
  const browser = await puppeteer.launch({
    executablePath,
    headless: isHeadless,
    pipe: true,
    enableExtensions: [extensionFolder],
    defaultViewport: isHeadless ? { width: 1280, height: 900 } : null,
    args: [
      '--no-first-run',
      '--no-default-browser-check',
      CHROMIUM_NAMES_FLAG,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  const worker = await browser.waitForTarget(
    (target) => target.type() === 'service_worker' && target.url().endsWith('/background.js'),
  );
  // It comes to the front when it opens; a page behind it is not painted, and nothing in it can be clicked.
  await browser.waitForTarget((target) => target.url().endsWith('/welcome.html'));
  return { browser, extensionId: new URL(worker.url()).host };
}

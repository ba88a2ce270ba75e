import type { Browser, Page } from 'puppeteer-core';
import { hasDisplay } from '../start/has-display.ts';
import { openBrowser } from '../start/open-browser.ts';
import { openFirefox } from './open-firefox.ts';

/** A browser somebody develops in. */
export interface DevBrowser {
  readonly browser: Browser;
  readonly page: Page;
  /** The address of the settings. */
  readonly options: string;
  /** Takes up the extension as it now lies in its folder, and shows the pages of the web anew. */
  reload(): Promise<void>;
}

/** Opens a browser with the extension of a folder in it. */
export async function openDevBrowser(name: 'chrome' | 'firefox', folder: string): Promise<DevBrowser> {
  const isHeadless = !hasDisplay();
  const { browser, page, origin } = name === 'firefox' ? await openFirefox(folder, isHeadless) : await openChrome();
  return {
    browser,
    page,
    options: `${origin}/options.html`,
    async reload() {
      await browser.installExtension(folder); // Over itself: it starts anew and keeps what it stored.
      const pages = await browser.pages();
      await Promise.all(pages.filter((page) => page.url().startsWith('http')).map((page) => page.reload()));
    },
  };

  async function openChrome() {
    const opened = await openBrowser(folder, isHeadless);
    const page = await opened.browser.newPage();
    return { browser: opened.browser, page, origin: `chrome-extension://${opened.extensionId}` };
  }
}

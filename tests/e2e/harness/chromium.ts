import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import { findBrowserBinary } from './browser-binary.ts';
import { chromiumFlags } from './chromium-flags.ts';
import type { Desktop } from './desktop.ts';
import { DISPLAY_SIZE } from './display.ts';
import { evaluateInServiceWorker, type ServiceWorkerOwner } from './service-worker.ts';
import { waitFor } from './wait-for.ts';

/** A running Chromium with the extension in it, and a profile of its own that goes with it. */
export interface Chromium extends ServiceWorkerOwner {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/** How to start Chromium: on a desktop, or headless (no native menu or prompt then) when `desktop` is left out. */
export interface ChromiumOptions {
  /** Folder with the unpacked extension. */
  extensionFolder: string;
  desktop?: Desktop;
  extraFlags?: string[];
  /** The browser's own language, as a BCP 47 tag; left out: American English. */
  language?: string;
  /** Variables of the environment beside the present ones. */
  env?: Readonly<Record<string, string>>;
  /** Pixels of the screen a CSS pixel, in pages whose size is set; left out: as the browser has it, which sets no size. */
  scale?: number;
  /** Where the profile is to be, for tests that look at its files; left out: a folder that goes with the browser. */
  profileFolder?: string;
  /** What the extension opens after its installation: closed, as most tests want it, or left open. */
  welcome?: 'close' | 'keep';
  /** Keeps pages that were left, to show them as they were when somebody goes back. */
  keepsLeftPages?: boolean;
}

/**
 * Whether a just started extension has its APIs, and every area of its storage answers: now and then, on a busy machine, a test
 * that began sooner had a page that waited without an end for what is stored.
 */
const APIS_ANSWER = `Promise.race([
  typeof globalThis.chrome?.contextMenus === 'object' &&
    Promise.all(['local', 'session', 'managed'].map((area) => chrome.storage[area].get(null))).then(() => true),
  new Promise((resolve) => setTimeout(resolve, 1_000, false)),
])`;

/** Starts Chromium with an unpacked extension. Throws with Chromium's own words when the extension does not load. */
export async function launchChromium({
  extensionFolder,
  desktop,
  extraFlags = [],
  language = 'en-US',
  env = {},
  scale,
  profileFolder = '',
  welcome = 'close',
  keepsLeftPages = false,
}: ChromiumOptions): Promise<Chromium> {
  const context = await chromium.launchPersistentContext(profileFolder, {
    executablePath: await findBrowserBinary('chromium'),
    headless: false, // Playwright's own headless mode is another one, without extensions
    ...(scale === undefined ? { viewport: null } : { viewport: DISPLAY_SIZE, deviceScaleFactor: scale }),
    args: chromiumFlags({ headless: desktop === undefined, language, extraFlags }),
    ignoreDefaultArgs: ['--disable-extensions', ...(keepsLeftPages ? ['--disable-back-forward-cache'] : [])],
    // On Linux the environment names Chromium's language, and only this variable may be a bare language.
    env: { ...(desktop?.env ?? process.env), LANGUAGE: language, ...env },
  });
  const browserSession = await browserSessionOf(context);
  const extensionId = await loadExtension(browserSession, extensionFolder);
  // DevTools lists a service worker, and evaluates in it, a moment before the extension's APIs are there.
  await waitFor('the extension APIs in the service worker, and its storage', async () => {
    const answer = await evaluateInServiceWorker({ browserSession, extensionId }, APIS_ANSWER);
    return answer === true || undefined;
  });
  if (welcome === 'close') await (await welcomePage(context)).close();
  return { context, extensionId, browserSession, close: () => context.close() };
}

/** The page the extension opens once after its installation. */
async function welcomePage(context: BrowserContext): Promise<Page> {
  const isWelcome = (page: Page) => page.url().endsWith('/welcome.html');
  return context.pages().find(isWelcome) ?? context.waitForEvent('page', { predicate: isWelcome });
}

async function browserSessionOf(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (browser === null) throw new Error('Playwright gives no browser for this context');
  return browser.newBrowserCDPSession();
}

async function loadExtension(session: CDPSession, folder: string): Promise<string> {
  const { id } = await session.send('Extensions.loadUnpacked', { path: folder });
  return id;
}

import puppeteer, { type Browser, type Frame, type Page } from 'puppeteer-core';
import { FIREFOX_NAMES_PREFERENCES } from '../../fixtures/public-names.ts';
import { findBrowserBinary } from './browser-binary.ts';
import type { Desktop } from './desktop.ts';
import { DISPLAY_SIZE } from './display.ts';
import { evaluateInFirefoxItself, makeExtensionsPanel, welcomed } from './firefox-itself.ts';
import { centreOf, type Point } from './geometry.ts';
import { steadyBox } from './steady-box.ts';
import { STILL_PAGE } from './still-page.ts';
import { waitFor } from './wait-for.ts';

/** A running Firefox with the extension in it, and a profile of its own that goes with it. */
export interface Firefox {
  readonly browser: Browser;
  /** The one tab it starts with. */
  readonly page: Page;
  /** Where the extension's own pages are, as `moz-extension://…`. */
  readonly extensionOrigin: string;
  /**
   * Leaves it as it was after the extension's installation: nothing it stored, was allowed or had in memory is left, no
   * cookie either, and of all pages the one, empty. `kept`: match patterns of sites that stay allowed where they are.
   */
  startOver(kept?: readonly string[]): Promise<void>;
  /** Evaluates an expression in a page of the extension that shows nothing, once its item is in the menus; leaves the one tab empty. */
  evaluateInStillPage(expression: string): Promise<unknown>;
  /** Waits for the extension's item in the menus, which comes a moment after its installation: for who opens a menu at once. */
  menuItemMade(): Promise<void>;
  /** Turns a setting of about:config on or off, for pages from then on; leaves the one tab empty. */
  setPreference(name: string, isOn: boolean): Promise<void>;
  /** Shows a page of the extension in the one tab, and waits until it is there. */
  goToOwnPage(file: string): Promise<void>;
  /** Closes every page but the first. */
  closeOthers(): Promise<void>;
  close(): Promise<void>;
}

/** The id under which Firefox would make up an address for the extension's pages; here it is set. */
const EXTENSION_UUID = '6f8b9c1e-4c1d-4d8e-9a57-0d9f5f6a7b3c';

/** A quiet Firefox: no page of its own at the start, no telemetry, English, and readable for screen readers from the start. */
const PREFERENCES = {
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.preonboarding.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'termsofuse.bypassNotification': true,
  'intl.locale.requested': 'en-US',
  'accessibility.force_disabled': -1,
  // Nothing is laid over a page that takes the whole screen, and nothing waits for it.
  'full-screen-api.warning.timeout': 0,
  'full-screen-api.transition-duration.enter': '0 0',
  'full-screen-api.transition-duration.leave': '0 0',
  // A process kept ready for the next page: here, where each test opens pages, it is a second start for each of them.
  'dom.ipc.processPrelaunch.enabled': false,
  'dom.security.https_first': false, // Pages of tests are not served by https, and to try it takes time.
};

/** What a Firefox is started with. */
export interface FirefoxOptions {
  readonly desktop: Desktop;
  /** Folder with the unpacked extension. */
  readonly extensionFolder: string;
  /** The id in its manifest. */
  readonly extensionId: string;
  /** The program; left out: the one that is installed. */
  readonly binary?: string;
  /** Settings of about:config beside the harness's own. */
  readonly preferences?: Readonly<Record<string, boolean | number | string>>;
}

/** Starts Firefox on a desktop with an unpacked extension. */
export async function launchFirefox(options: FirefoxOptions): Promise<Firefox> {
  const { desktop, extensionFolder, extensionId, binary, preferences } = options;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: binary ?? (await findBrowserBinary('firefox')),
    headless: false,
    defaultViewport: null,
    env: desktop.env,
    // Without system access, the debugger may not open the pages of an extension.
    args: ['--remote-allow-system-access', `--width=${DISPLAY_SIZE.width}`, `--height=${DISPLAY_SIZE.height}`],
    extraPrefsFirefox: {
      ...PREFERENCES,
      ...FIREFOX_NAMES_PREFERENCES,
      ...preferences,
      'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: EXTENSION_UUID }),
    },
  });
  const [page = await browser.newPage()] = await browser.pages();
  await makeExtensionsPanel(page);
  // The debugger is not told of the end of an extension's page, and goes on listing it.
  const closed = new Set([page]);
  const closeOthers = async () => {
    for (const other of (await browser.pages()).filter((one) => !closed.has(one))) {
      closed.add(other);
      await other.close();
    }
  };
  await browser.installExtension(extensionFolder);
  await welcomed(page, closeOthers);
  const extensionOrigin = `moz-extension://${EXTENSION_UUID}`;
  const goToOwnPage = async (file: string) => {
    await page.goto('about:blank'); // The debugger waits without end for a frame without an address, as the panel has, to go.
    // Of a page of an extension, Firefox does not say that it has loaded.
    await page.goto(`${extensionOrigin}/${file}`, { waitUntil: 'networkidle0' });
  };
  /** Of what shows nothing there is nothing to wait for, where `goToOwnPage` waits half a second for a quiet network. */
  const inStillPage = async <T>(use: () => Promise<T>) => {
    await page.goto('about:blank');
    await page.goto(`${extensionOrigin}/${STILL_PAGE}`, { waitUntil: [] });
    const result = await use();
    await page.goto('about:blank');
    return result;
  };
  const evaluateInStillPage = (expression: string) =>
    inStillPage(async () => {
      await waitFor('the menu item', async () => (await page.evaluate(hasMenuItem)) || undefined);
      return page.evaluate(expression);
    });
  return {
    browser,
    page,
    extensionOrigin,
    goToOwnPage,
    closeOthers,
    evaluateInStillPage,
    menuItemMade: async () => void (await evaluateInStillPage('true')),
    async startOver(kept = []) {
      await closeOthers();
      await inStillPage(() => page.evaluate(forgetInExtension, kept));
      await browser.deleteCookie(...(await browser.cookies()));
      // Installed over itself it starts anew.
      await browser.installExtension(extensionFolder);
    },
    async setPreference(name, isOn) {
      await evaluateInFirefoxItself(page, `Services.prefs.setBoolPref('${name}', ${isOn})`);
    },
    close: () => browser.close(),
  };
}

/** What the code below finds where it runs, in a page of the extension. */
declare const browser: {
  readonly storage: Record<'local' | 'session', { clear(): Promise<void> }>;
  readonly permissions: {
    getAll(): Promise<{ readonly origins: readonly string[] }>;
    remove(permissions: { readonly origins: readonly string[] }): Promise<boolean>;
  };
  readonly tabs: {
    getCurrent(): Promise<{ readonly id: number }>;
    query(filter: object): Promise<readonly { readonly id: number }[]>;
    remove(ids: readonly number[]): Promise<void>;
  };
  readonly menus: { update(id: string, changes: object): Promise<void> };
  readonly runtime: { getManifest(): { readonly host_permissions?: readonly string[] } };
};

/** Whether the extension has put its item into the menus, as it does once it has heard that it was installed. */
function hasMenuItem(): Promise<boolean> {
  return browser.menus.update('check-media', {}).then(
    () => true,
    () => false,
  );
}

/** Removes all that the extension has stored and was allowed after its installation, but for `kept`, and the tabs the debugger was not told of. */
async function forgetInExtension(kept: readonly string[]): Promise<void> {
  const own = await browser.tabs.getCurrent();
  const others = (await browser.tabs.query({})).filter(({ id }) => id !== own.id);
  await browser.tabs.remove(others.map(({ id }) => id));
  await Promise.all([browser.storage.local.clear(), browser.storage.session.clear()]);
  for (const { name = '' } of await indexedDB.databases()) {
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = resolve;
      request.onerror = reject;
    });
  }
  const { origins } = await browser.permissions.getAll();
  const stay = [...(browser.runtime.getManifest().host_permissions ?? []), ...kept];
  const allowed = origins.filter((origin) => !stay.includes(origin));
  if (allowed.length > 0) await browser.permissions.remove({ origins: allowed });
}

/** The centre of a page element on the display, for a real mouse, once it is there and at rest. Scrolls it into view. */
export async function screenCentreInFirefox(page: Page | Frame, selector: string): Promise<Point> {
  await page.waitForSelector(selector);
  const boxNow = () =>
    page.$eval(selector, (element) => {
      element.scrollIntoView({ block: 'nearest' });
      const { x, y, width, height } = element.getBoundingClientRect();
      // Firefox alone tells where the viewport is on the screen.
      const [left, top] = ['mozInnerScreenX', 'mozInnerScreenY'].map((name) => Number(Reflect.get(window, name)));
      return { x: (left ?? 0) + x, y: (top ?? 0) + y, width, height };
    });
  return centreOf(await steadyBox(selector, boxNow));
}

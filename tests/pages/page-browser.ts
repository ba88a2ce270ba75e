import type { Page } from '@playwright/test';
import { API_KEY_ACCOUNT, fillAccountForm } from '../e2e/account-form.ts';
import { builtFolder } from '../e2e/built-folder.ts';
import { launchChromium } from '../e2e/harness/chromium.ts';
import type { Desktop } from '../e2e/harness/desktop.ts';
import { grantSites } from '../e2e/headless/site-grants.ts';
import { menuItemMade } from '../e2e/native/menu-item-made.ts';
import type { Sandbox } from '../sandbox/create-sandbox.ts';

/** A Chromium on a desktop, signed in, allowed everywhere, that asks no questions and remembers no verdict. */
export interface PageBrowser {
  readonly desktop: Desktop;
  readonly sandbox: Sandbox;
  /** Opens a page and waits until it has loaded, or for as long as that may take. */
  open(address: string): Promise<Page>;
  close(): Promise<void>;
}

/** A saved page may wait for ever for what was not saved. Milliseconds. */
const LOAD_LIMIT_MS = 15_000;

/** More than any page has, and more than are sent in any run. */
const MANY = 1_000_000;
const SETTINGS = { reuseDays: 0, askPageAbove: MANY, requestsPerHour: MANY, isMenuEverywhere: true };

/** Starts it. */
export async function openPageBrowser({
  desktop,
  sandbox,
  flags,
}: Pick<PageBrowser, 'desktop' | 'sandbox'> & { readonly flags: readonly string[] }): Promise<PageBrowser> {
  const chromium = await launchChromium({
    extensionFolder: builtFolder('chrome-mv3'),
    desktop,
    extraFlags: [...flags],
  });
  await menuItemMade(chromium);
  const options = await chromium.context.newPage();
  await options.goto(`chrome-extension://${chromium.extensionId}/options.html`);
  await grantSites(chromium, options, '<all_urls>');
  await fillAccountForm(options, { ...API_KEY_ACCOUNT, serviceAddress: sandbox.origin });
  await options.getByRole('button', { name: 'Save and test' }).click();
  await options.getByText('Connected.').waitFor();
  await options.evaluate(changeSettings, SETTINGS);
  return {
    desktop,
    sandbox,
    async open(address) {
      const page = await chromium.context.newPage();
      page.on('dialog', (dialog) => dialog.dismiss());
      await page.goto(address, { waitUntil: 'commit' });
      await page.waitForLoadState('load', { timeout: LOAD_LIMIT_MS }).catch((error: unknown) => {
        if (!(error instanceof Error && error.name === 'TimeoutError')) throw error;
      });
      return page;
    },
    close: () => chromium.close(),
  };
}

/** Runs in a page of the extension. */
async function changeSettings(changed: object): Promise<void> {
  const { settings } = await chrome.storage.local.get('settings');
  await chrome.storage.local.set({ settings: { ...settings, ...changed } });
}

/** What the code above finds where it runs. */
declare const chrome: {
  readonly storage: {
    readonly local: { get(key: string): Promise<Record<string, object>>; set(items: object): Promise<void> };
  };
};

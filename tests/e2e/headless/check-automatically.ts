import type { Page } from '@playwright/test';
import { sitePattern } from '../../../src/core/browser/site-access.ts';
import type { Chromium } from '../harness/chromium.ts';
import { evaluateInServiceWorker } from '../harness/service-worker.ts';
import { waitFor } from '../harness/wait-for.ts';
import type { User } from './headless-test.ts';

const REGISTERED = `chrome.scripting.getRegisteredContentScripts({ ids: ['automatic'] }).then(([one]) => one?.id)`;

/** Has the images of a site, and of no other, checked as they are shown. */
export async function checkAutomatically(chromium: Chromium, origin: string): Promise<void> {
  const sites = JSON.stringify([sitePattern(origin)]);
  await evaluateInServiceWorker(chromium, `chrome.storage.local.set({ 'automatic-sites': ${sites} })`);
  await waitForScript(chromium);
}

/** Waits until the script that watches for images is registered. */
export async function waitForScript(chromium: Chromium): Promise<void> {
  await waitFor('the script for this site', () => evaluateInServiceWorker(chromium, REGISTERED));
}

/** Opens the popup of the page in front, in a tab of its own. */
export async function popupOf(user: User, chromium: Chromium, page: Page): Promise<Page> {
  await page.bringToFront();
  const front = 'chrome.tabs.query({ active: true }).then(([tab]) => tab?.id)';
  const tabId = await waitFor('the tab in front', () => evaluateInServiceWorker(chromium, front));
  const popup = await user.openOwnPage('popup.html');
  await popup.goto(`${popup.url()}?window&tab=${tabId}`);
  return popup;
}

/** Has that stop for all sites. */
export async function stopCheckingAutomatically(chromium: Chromium): Promise<void> {
  await evaluateInServiceWorker(chromium, "chrome.storage.local.set({ 'automatic-sites': [] })");
}

import type { Page } from '@playwright/test';
import type { Chromium } from '../harness/chromium.ts';

/**
 * Grants sites without the browser's prompt, which a headless browser cannot show: what was allowed on chrome://extensions
 * needs no prompt when the extension asks for it (Chromium 156). `ownPage` is one of the extension's.
 */
export async function grantSites({ context, extensionId }: Chromium, ownPage: Page, sites: string): Promise<void> {
  const extensions = await context.newPage();
  await extensions.goto('chrome://extensions/');
  await extensions.evaluate(`chrome.developerPrivate.addHostPermission('${extensionId}', '${sites}')`);
  await extensions.close();
  await evaluateWithGesture(ownPage, `chrome.permissions.request({ origins: ['${sites}'] })`);
}

/** Takes them back. */
export async function removeSites(ownPage: Page, sites: string): Promise<void> {
  await evaluateWithGesture(ownPage, `chrome.permissions.remove({ origins: ['${sites}'] })`);
}

/**
 * Gives the extension the sites of its manifest again: where single sites were granted on chrome://extensions, the browser
 * withholds the others, and with all sites those of the manifest are taken back too (Chromium 156). `ownPage` as above.
 */
export async function restoreSites({ context, extensionId }: Chromium, ownPage: Page): Promise<void> {
  const hosts: string[] = await ownPage.evaluate('chrome.runtime.getManifest().host_permissions');
  const extensions = await context.newPage();
  await extensions.goto('chrome://extensions/');
  for (const host of hosts) {
    await extensions.evaluate(`chrome.developerPrivate.addHostPermission('${extensionId}', '${host}')`);
  }
  await extensions.close();
}

async function evaluateWithGesture(page: Page, expression: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const params = { expression, userGesture: true, awaitPromise: true, returnByValue: true };
  const { result } = await session.send('Runtime.evaluate', params);
  if (result.value !== true) throw new Error(`${expression} gives ${result.description ?? result.value}`);
  await session.detach();
}

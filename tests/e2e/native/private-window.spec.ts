import type { Page } from '@playwright/test';
import type { Chromium } from '../harness/chromium.ts';
import { evaluateInServiceWorker } from '../harness/service-worker.ts';
import { evaluateInToolbarPopup, toolbarPopupText } from '../harness/toolbar-popup.ts';
import { waitFor } from '../harness/wait-for.ts';
import { pageWithImage, photograph, photographPage } from '../image-pages.ts';
import { settled } from '../settled.ts';
import { menuItemMade } from './menu-item-made.ts';
import { expect, freshTest as test } from './native-test.ts';

test('a real private window asks before it sends, and leaves nothing on disk or in the popup of another window @quick', async ({
  user,
  pages,
  sandbox,
  chromium,
}) => {
  pages.setRoutes({ '/': pageWithImage('/photo.jpg'), '/photo.jpg': photographPage() });
  await allowInPrivateWindows(chromium);
  // The extension starts anew. What a page says to it before it has may never be answered (docs/browser-facts.md).
  await menuItemMade(chromium);
  await user.signIn();
  const own = await user.visit(`chrome-extension://${chromium.extensionId}/popup.html`);
  const page = await openPrivately(chromium, own, pages.origin);
  const panel = await user.check(page, '#image');
  await panel.waitForLine(/private window/);
  expect(sandbox.requests('/image')).toHaveLength(0);
  await panel.press('Check anyway');
  await panel.waitForLine('Likely not AI-generated');
  expect(sandbox.requests('/image')[0]?.body?.equals(photograph())).toBe(true);
  await own.getByText(/No checks yet/).waitFor();
  const kept = await settled('the check has ended', () => own.evaluate(onDisk));
  expect(kept).not.toContain('news.example');
  const shown = await settled('the check has ended', () => own.locator('body').textContent());
  expect(shown).not.toContain('news.example');
  await own.goto('about:blank'); // Its address is the popup's too.
  await openPopupInPrivateWindow(chromium);
  const popup = await waitFor('the check in the private window’s own popup', async () => {
    const text = await toolbarPopupText(chromium);
    return String(text).includes('news.example') ? text : undefined;
  });
  expect(popup).toMatch(/On this page\s+Likely not AI-generated/);
  const widths = '[innerWidth, document.documentElement.scrollWidth]';
  await expect.poll(() => evaluateInToolbarPopup(chromium, widths)).toEqual([360, 360]);
  await page.close(); // And the window with it.
  const inSession = 'chrome.storage.session.get(null).then(JSON.stringify)';
  await expect.poll(() => evaluateInServiceWorker(chromium, inSession)).not.toContain('news.example');
});

/** What a person ticks on chrome://extensions; the extension starts anew. */
async function allowInPrivateWindows({ context, extensionId }: Chromium): Promise<void> {
  const extensions = await context.newPage();
  await extensions.goto('chrome://extensions/');
  // Without it, an extension that was loaded from a folder stays off when it starts anew.
  await extensions.evaluate('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })');
  const configuration = { extensionId, incognitoAccess: true };
  await extensions.evaluate(`chrome.developerPrivate.updateExtensionConfiguration(${JSON.stringify(configuration)})`);
  await waitFor('the extension to be on again', async () => {
    const { state, incognitoAccess } = await extensions.evaluate<{
      state: string;
      incognitoAccess: { isActive: boolean };
    }>(`chrome.developerPrivate.getExtensionInfo('${extensionId}')`);
    return (state === 'ENABLED' && incognitoAccess.isActive) || undefined;
  });
  await extensions.close();
}

async function openPrivately({ context }: Chromium, own: Page, url: string): Promise<Page> {
  const opened = context.waitForEvent('page');
  await own.evaluate(`void chrome.windows.create({ incognito: true, url: '${url}' })`);
  const page = await opened;
  await page.locator('#image').waitFor();
  return page;
}

/** As a click on the toolbar's button there does. */
async function openPopupInPrivateWindow(chromium: Chromium): Promise<void> {
  const windowId = `(await chrome.windows.getAll()).find(({ incognito }) => incognito).id`;
  await evaluateInServiceWorker(chromium, `(async () => chrome.action.openPopup({ windowId: ${windowId} }))()`);
}

/** All that the extension keeps beyond the browser's end, as one text. Runs in a page of its own. */
async function onDisk(): Promise<string> {
  const request = indexedDB.open('bitmind-history');
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = reject;
  });
  const kept: unknown[] = [];
  for (const name of database.objectStoreNames) {
    const all = database.transaction(name).objectStore(name).getAll();
    kept.push(await new Promise((resolve) => (all.onsuccess = () => resolve(all.result))));
  }
  const { chrome } = globalThis as unknown as { chrome: { storage: { local: { get(): Promise<unknown> } } } };
  return JSON.stringify([kept, await chrome.storage.local.get()]);
}

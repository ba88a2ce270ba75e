import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Page } from 'puppeteer-core';
import { builtFolder } from '../built-folder.ts';
import { startDesktop } from '../harness/desktop.ts';
import { type Firefox, launchFirefox, screenCentreInFirefox } from '../harness/firefox.ts';
import { firefoxPageTree } from '../harness/firefox-page-tree.ts';
import { firefoxWithPolicy } from '../harness/firefox-with-policy.ts';
import { openContextMenu } from '../harness/native-menu.ts';
import { waitFor } from '../harness/wait-for.ts';
import { waitInPage } from '../harness/wait-in-page.ts';
import { pageWithImage, photograph, photographPage } from '../image-pages.ts';
import { panelIn } from '../panel.ts';
import { EXTENSION_ID, test as firefoxTest } from './firefox-test.ts';
import { saveApiKey } from './save-api-key.ts';

/** Whether it may run in private windows is read at a browser's start: it is one of its own. */
const test = firefoxTest.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its pattern.
  desktop: async ({}, use) => {
    const desktop = await startDesktop({ hasWindowManager: true });
    await use(desktop);
    await desktop.stop();
  },
  firefox: async ({ desktop }, use) => {
    const binary = await firefoxWithPolicy(EXTENSION_ID, {}, { isPrivateAllowed: true });
    const extensionFolder = builtFolder('firefox-mv3-local');
    const firefox = await launchFirefox({ desktop, extensionFolder, extensionId: EXTENSION_ID, binary });
    await use(firefox);
    await firefox.close();
    await rm(dirname(binary), { recursive: true });
  },
});
const { expect } = test;

test('in a private window the page alone reads with cookies, and elsewhere the screen is taken', async ({
  firefox,
  desktop,
  pages,
  sandbox,
}) => {
  const image = photographPage({ headers: { 'cache-control': 'no-store' } });
  const withCookie = ({ headers }: { readonly headers: { readonly cookie?: string | undefined } }) =>
    headers.cookie === undefined ? { body: 'Sign in first' } : image;
  const signedIn = { body: '<!doctype html><title>In</title>', headers: { 'set-cookie': 'is=in; Path=/' } };
  pages.setRoutes({
    '/in': signedIn,
    '/own': pageWithImage('/own.jpg'),
    '/own.jpg': withCookie,
    '/other': pageWithImage(`${pages.siblingOrigin}/other.jpg`),
    '/other.jpg': withCookie,
  });
  await saveApiKey(firefox, sandbox.origin);
  await waitInPage(firefox.page, '"Connected."', () => document.body.textContent.includes('Connected.'));
  sandbox.reset();
  await firefox.page.goto(`${pages.siblingOrigin}/in`); // What the normal windows may see is not the private ones' to read.
  const page = await openPrivately(firefox, `${pages.origin}/in`);
  const check = async (path: string) => {
    await page.goto(pages.origin + path);
    const menu = await openContextMenu(desktop, await screenCentreInFirefox(page, '#image'));
    await menu.choose('Check with BitMind');
    const panel = panelIn(firefoxPageTree(desktop));
    await panel.waitForLine(/private window/);
    expect(sandbox.requests('/image')).toHaveLength(0);
    await panel.press('Check anyway');
    return panel;
  };
  await (await check('/own')).waitForLine('Likely not AI-generated');
  expect(sandbox.requests('/image')[0]?.body?.equals(photograph())).toBe(true);
  sandbox.reset();
  await page.goto(`${pages.siblingOrigin}/in`);
  await (await check('/other')).waitForLine(/from a screenshot, not the original/);
  expect(sandbox.requests('/image')[0]?.headers['content-type']).toBe('image/png');
  const [shown, ...read] = pages.requests('/other.jpg').map(({ headers }) => headers.cookie);
  expect([shown, new Set(read)]).toEqual(['is=in', new Set([undefined])]);
  await firefox.page.evaluate(OPEN_POPUP); // The page it runs in, which is the popup's of the normal windows, lists none of them.
  const listed = await firefoxPageTree(desktop, 'Check with BitMind').waitForCount(2, 'button', /^Likely not AI/);
  const widths = async () => Promise.all(listed.map(async (row) => (await row.box()).width));
  await expect.poll(widths).toEqual([344, 344]); // Of the popup's 360 pixels.
});

/** Opens the popup of the toolbar in the private window. Runs in a page of the extension. */
const OPEN_POPUP = `browser.windows.getAll().then((all) =>
  browser.action.openPopup({ windowId: all.find(({ incognito }) => incognito).id }))`;

/** A page in a private window, which is then in front. */
async function openPrivately({ browser, page: own, goToOwnPage }: Firefox, address: string): Promise<Page> {
  await goToOwnPage('popup.html');
  await own.evaluate(`void browser.windows.create({ incognito: true, url: '${address}' })`);
  return waitFor('the private window', async () => {
    const opened = (await browser.pages()).find((one) => one.url() === address);
    return opened && (await opened.title()) === 'In' ? opened : undefined;
  });
}

import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { PageRoutes } from '../../fixtures/serve-pages.ts';
import { pageWithImage, photograph, photographPage } from '../image-pages.ts';
import { settled } from '../settled.ts';
import { expect, test } from './headless-test.ts';

/** A password in addresses, which must stay in them. */
const CANARY = 'open-sesame-77';
const EXPECTED = `Basic ${Buffer.from(`reader:${CANARY}`).toString('base64')}`;

/** Pages for whoever has the password. */
const LOCKED: PageRoutes = Object.fromEntries(
  Object.entries({
    '/': pageWithImage('photo.jpg'),
    '/photo.jpg': photographPage(),
    '/led': pageWithImage('to-photo.jpg'),
    '/to-photo.jpg': { redirectTo: 'photo.jpg' },
    '/framed': { body: '<!doctype html><iframe src="/" width="600" height="500"></iframe>' },
  }).map(([path, page]) => [
    path,
    ({ headers }) =>
      headers.authorization === EXPECTED
        ? page
        : { status: 401, headers: { 'www-authenticate': 'Basic realm="desk"' } },
  ]),
);

const withPassword = (address: string) => address.replace('://', `://reader:${CANARY}@`);

/** All that the extension stores, as text. */
async function stored(ownPage: Page): Promise<string> {
  const databases = await ownPage.evaluate(async () => {
    const read = <T>(asked: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
    const all: unknown[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await read(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        all.push(await read(database.transaction(store).objectStore(store).getAll()));
      }
      database.close();
    }
    return JSON.stringify(all);
  });
  const areas = ['session', 'local', 'sync'].map((area) => ownPage.evaluate(`chrome.storage.${area}.get()`));
  return databases + JSON.stringify(await Promise.all(areas));
}

test.beforeEach(async ({ user, pages }) => {
  pages.setRoutes(LOCKED);
  await user.signIn();
});

for (const path of ['/', '/led']) {
  test(`a name and password in the address of ${path} read its image, and are nowhere else${path === '/' ? ' @quick' : ''}`, async ({
    user,
    pages,
    sandbox,
  }) => {
    const page = await user.visit(withPassword(pages.origin + path));
    const panel = await user.check(page, '#image');
    await panel.waitForLine('Likely not AI-generated');
    expect(sandbox.requests('/image')[0]?.body?.equals(photograph())).toBe(true);
    await panel.pressSummary('Details');
    expect((await settled('the verdict is in the panel', () => panel.lines())).join('\n')).not.toContain(CANARY);

    const popup = await user.openOwnPage('popup.html');
    await expect(popup.getByRole('listitem')).toHaveCount(1);
    expect(await settled('the check is listed', () => popup.content())).not.toContain(CANARY);
    expect(await settled('the check is listed', () => stored(popup))).not.toContain(CANARY);
    expect(await settled('the check is listed', () => stored(popup))).toContain('photo.jpg');

    const results = await user.openOwnPage('results.html');
    await results.getByRole('button', { name: 'Export' }).click();
    await results.getByRole('menuitemcheckbox', { name: 'Include full addresses' }).click();
    await results.keyboard.press('Escape');
    for (const format of ['CSV', 'JSON']) {
      const waiting = results.waitForEvent('download');
      await results.getByRole('button', { name: 'Export' }).click();
      await results.getByRole('menuitem', { name: `Export as ${format}` }).click();
      const file = await readFile(await (await waiting).path(), 'utf8');
      expect(file).toContain('photo.jpg');
      expect(file).not.toContain(CANARY);
    }
    await results.locator('tr[data-index]').first().press('Enter');
    await expect(results.getByRole('dialog')).toBeVisible();
    expect(await settled('the result is open', () => results.content())).not.toContain(CANARY);
  });
}

test('the same of every image of a page, frames included', async ({ user, pages }) => {
  const page = await user.visit(withPassword(`${pages.origin}/framed`));
  const status = await user.checkPage(page);
  await status.press('Check 1 image');
  await status.waitForLine('1 checked: 1 likely not AI-generated');
  const popup = await user.openOwnPage('popup.html');
  const text = await settled('the page is checked', () => stored(popup));
  expect(text).toContain('photo.jpg');
  expect(text).not.toContain(CANARY);
});

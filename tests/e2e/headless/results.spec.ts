import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { aCheck } from '../../a-check.ts';
import { exampleResults } from '../../example-results.ts';
import { makeSignedFiles } from '../../fixtures/c2pa/signed-files.ts';
import { createAccount } from '../../sandbox/account.ts';
import { createSandbox } from '../../sandbox/create-sandbox.ts';
import { pageWithImage, photographPage } from '../image-pages.ts';
import { keepResults } from '../keep-results.ts';
import { setTicked } from '../set-ticked.ts';
import { settled } from '../settled.ts';
import { test as headless } from './headless-test.ts';

/** A secret that must be in no file. */
const CANARY = 'canary-7b1f0c52d94e';

const test = headless.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its pattern.
  sandbox: async ({}, use) => {
    const account = createAccount({ kind: 'oauth', clientId: 'desk', clientSecret: CANARY });
    const sandbox = await createSandbox({ accounts: [account] });
    await use(sandbox);
    await sandbox.close();
  },
});
const { expect } = test;

const rows = (page: Page) => page.locator('tr[data-index]');

async function saved(page: Page, button: string): Promise<string> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return text(await waiting);
}

async function exported(page: Page, format: string): Promise<string> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: `Export as ${format}` }).click();
  return text(await waiting);
}

async function text(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}

test('results appear as they come, can be checked again, saved without secrets, and deleted', async ({
  user,
  pages,
  sandbox,
}) => {
  pages.setRoutes({ '/': pageWithImage('/photo.jpg?token=of-the-site'), '/photo.jpg': photographPage() });
  await user.signIn({ method: 'OAuth client', fields: { 'Client ID': 'desk', 'Client secret': CANARY } });
  const results = await user.openOwnPage('results.html');
  await expect(results.getByText('No results yet')).toBeVisible();
  const page = await user.visit(pages.origin);
  await (await user.check(page, '#image')).waitForLine(/^Likely not/);
  await expect(rows(results)).toHaveCount(1);
  await expect(rows(results)).toContainText('Likely not AI-generated');

  sandbox.always('/image', { status: 400, body: { detail: `not with ${CANARY}` } });
  await rows(results).getByRole('button', { name: 'Check again' }).click();
  await expect(rows(results)).toHaveCount(2);
  await expect(rows(results).first()).toContainText('BitMind couldn’t use this file');
  expect(sandbox.requests('/image')).toHaveLength(2);

  await results.bringToFront(); // A page behind another is drawn once a second, and a click waits for that.
  const csv = await exported(results, 'CSV');
  expect(parse(csv, { columns: true, bom: true })).toMatchObject([
    { failure: 'input-refused', headline: '' },
    { headline: 'likely-not-ai', media: `${pages.origin}/photo.jpg?…` },
  ]);
  const json = await exported(results, 'JSON');
  expect(JSON.parse(json).results).toHaveLength(2);
  await rows(results).nth(1).press('Enter');
  const report = await saved(results, 'Evidence report');
  expect(report).toContain('<img src="data:image/webp;base64,');
  await results.keyboard.press('Escape');
  for (const file of [csv, json, report, await results.content()]) expect(file).not.toContain(CANARY);

  await rows(results).first().getByRole('button', { name: 'Delete' }).click();
  await expect(rows(results)).toHaveCount(1);
  await expect(results.getByText('Result deleted')).toBeVisible();
  const popup = await user.openOwnPage('popup.html');
  await expect(popup.getByRole('listitem')).toHaveCount(1);
});

test('a long table is used by keyboard alone, and filtered @quick @oldest', async ({ user }) => {
  const results = await user.openOwnPage('results.html');
  await expect(results.getByText('No results yet')).toBeVisible();
  const now = Date.now();
  const checks = Array.from({ length: 1_000 }, (_, at) =>
    aCheck(`c${at}`, now - at * 60_000, at % 2 === 0 ? { verdict: { isAi: true, likelihood: 0.97 }, read: {} } : {}),
  );
  await keepResults(results, checks);
  await expect(results.getByRole('status').filter({ hasText: '1,000 results' })).toBeVisible();
  expect(await settled('the table says how many there are', () => rows(results).count())).toBeLessThan(60);
  await rows(results).first().press('Enter');
  await results.getByRole('dialog').waitFor();
  await results.evaluate(closeAndOpenNext);
  await expect(results).toHaveURL(/#c1$/);
  await results.getByRole('dialog').waitFor();
  await results.keyboard.press('Escape');
  await expect(results).toHaveURL(/results\.html$/);
  await rows(results).first().focus();
  const focused = () => results.evaluate(() => document.activeElement?.getAttribute('data-index'));
  await results.keyboard.press('ArrowDown');
  await expect.poll(focused).toBe('1');
  await results.keyboard.press('End');
  await expect.poll(focused).toBe('999');
  await results.keyboard.press('Enter');
  await expect(results.getByRole('dialog', { name: 'Result' })).toContainText(
    'The image or video is no longer in view.',
  );
  expect(new URL(results.url()).hash).toBe('#c999');
  await results.keyboard.press('Escape');
  await expect.poll(focused).toBe('999');

  await results.getByLabel('Verdict').selectOption('Likely AI-generated');
  await expect(results.getByRole('status').filter({ hasText: '500 results' })).toBeVisible();
  await results.getByRole('searchbox').fill('c99');
  await expect(results.getByRole('status').filter({ hasText: /^5 results$/ })).toBeVisible();
  await results.getByRole('searchbox').fill('no such page');
  await expect(results.getByText('No results match.', { exact: false })).toBeVisible();
});

test('“Inspect” in the panel opens the tree of its Content Credentials among the results', async ({ user, pages }) => {
  const signed = (await makeSignedFiles()).files.get('made of several');
  if (!signed) throw new Error('there is no signed file');
  pages.setRoutes({ '/': pageWithImage('/a.jpg'), '/a.jpg': { body: signed.bytes, type: signed.type } });
  const page = await user.visit(pages.origin);
  const panel = await user.check(page, '#image');
  await panel.waitForLine('They say that not all steps are recorded.');
  const opened = page.context().waitForEvent('page');
  await panel.press('Inspect');
  const results = await opened;
  const dialog = results.getByRole('dialog', { name: 'Result' });
  await expect(dialog.getByText('Manifest: test', { exact: true }).first()).toBeInViewport();
  await expect(dialog.locator('summary').filter({ hasText: /^Inspect$/ })).toBeFocused();

  // It is wanted of this result alone.
  await results.keyboard.press('Escape');
  await rows(results).first().press('Enter');
  await expect(dialog.getByText('What the file says')).toBeVisible();
  await expect(dialog.getByText('Manifest: test', { exact: true }).first()).toBeHidden();
});

test('what the file says stands in the result, and goes along into every file; an older result says nothing of it', async ({
  user,
}) => {
  const signed = (await makeSignedFiles()).files.get('made of several');
  if (!signed) throw new Error('there is no signed file');
  const popup = await user.openOwnPage('popup.html');
  const given = { name: 'signed.jpg', mimeType: signed.type, buffer: signed.bytes };
  await popup.getByLabel('Choose a file').setInputFiles(given);
  await expect(popup.getByText('They say that not all steps are recorded.')).toBeVisible();
  const results = await user.openOwnPage('results.html');
  await expect(rows(results)).toContainText('Sign in to get a verdict');
  await keepResults(results, [aCheck('older', 1, { verdict: { isAi: true, likelihood: 0.9 } })]);
  await expect(rows(results)).toHaveCount(2);

  await rows(results).first().press('Enter');
  const dialog = results.getByRole('dialog', { name: 'Result' });
  const said = dialog.getByRole('group').filter({ hasText: 'What the file says' });
  await expect(said).toContainText('They don’t say whether AI was used.');
  await expect(said).toContainText('Signed byExample Camera');
  await expect(said.getByRole('listitem').filter({ hasText: 'Edited from: photograph.jpg' })).toContainText('Created');
  // The background has forgotten them by now, or may have: pictures and manifests are the history's.
  await expect(said.locator('canvas')).toHaveCount(2);
  for (const name of ['Inspect', 'Manifest: test', 'assertions', 'Assertion: c2pa.actions.v2', 'actions', '2'])
    await dialog
      .locator('summary')
      .getByText(name, { exact: true })
      .locator('xpath=ancestor-or-self::summary')
      .first()
      .press('Enter');
  await expect(dialog.getByRole('listitem').filter({ hasText: /^action c2pa\.cropped$/ })).toBeVisible();
  const report = await saved(results, 'Evidence report');
  expect(report).toContain('They say that not all steps are recorded.');
  expect(report).toContain('&quot;c2pa.cropped&quot;');
  expect(report).toContain('Nothing was sent.');

  // No service gets at it by an address: it can be saved, and put into the service's own page.
  await results.context().route('https://tineye.com/**', (route) => route.fulfill({ body: 'TinEye' }));
  const lookOnTinEye = async () => {
    await dialog.getByRole('button', { name: 'Look elsewhere' }).click();
    await dialog.getByRole('menuitem', { name: 'TinEye' }).click();
  };
  const opened = async (address: string, act: () => Promise<void>) => {
    const [page] = await Promise.all([results.context().waitForEvent('page'), act()]);
    await page.waitForURL(address);
    await page.close();
  };
  await lookOnTinEye();
  const upload = dialog.getByRole('group', { name: 'TinEye can’t fetch this image itself. Save the file, then' });
  const file = results.waitForEvent('download');
  await upload.getByRole('button', { name: 'Save the file' }).click();
  expect((await file).suggestedFilename()).toBe('signed.jpg');
  expect(await readFile(await (await file).path())).toEqual(Buffer.from(signed.bytes));
  await opened('https://tineye.com/', () => upload.getByRole('button', { name: 'TinEye' }).click());
  await results.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0); // Until then nothing behind it takes a key.

  await rows(results).nth(1).press('Enter');
  await expect(dialog).toContainText('https://news.example/story');
  await expect(dialog).not.toContainText('What the file says');
  await expect(dialog).toContainText('A likelihood is a judgement, not a proof.');
  const address = `https://tineye.com/search?url=${encodeURIComponent('https://cdn.example/older.jpg')}`;
  await lookOnTinEye();
  const question = dialog.getByRole('group', { name: 'TinEye will learn this image’s address.' });
  await question.getByRole('checkbox', { name: 'Don’t ask again for TinEye' }).check();
  await opened(address, () => question.getByRole('button', { name: 'TinEye' }).click());
  await expect(question).toHaveCount(0);
  await opened(address, lookOnTinEye);
  await results.keyboard.press('Escape');

  const csv = parse(await exported(results, 'CSV'), { columns: true, bom: true });
  expect(csv).toMatchObject([
    { unjudged: 'not-signed-in', credentials: 'unlisted', credentialsSay: '', credentialsSigner: 'Example Camera' },
    { headline: 'likely-ai', credentials: '', meaning: 'A likelihood is a judgement, not a proof.' },
  ]);
  const json = JSON.parse(await exported(results, 'JSON'));
  expect(json.results).toMatchObject([
    { fileSays: { credentials: { state: 'unlisted', hasAllSteps: false } }, manifest: { validation_state: 'Valid' } },
    { fileSays: null, manifest: null },
  ]);
});

/** Now, or where the day has just begun, the evening before: the examples reach back two hours, and are grouped by day. */
function withinOneDay(): number {
  const now = new Date();
  return now.getHours() < 3 ? now.setHours(-1, 0, 0, 0) : now.getTime();
}

test('results are sorted, several are deleted and brought back with their thumbnails, and all are cleared after a question @quick', async ({
  user,
}) => {
  const results = await user.openOwnPage('results.html');
  await expect(results.getByText('No results yet')).toBeVisible();
  await keepResults(results, exampleResults(withinOneDay()));
  await expect(results.getByRole('rowheader')).toHaveText([
    /^(Today|Yesterday)$/,
    /a-long-story.*1 result$/,
    /story5 results$/,
    /^Files on this computer1 result$/,
  ]);
  const sorted = () => rows(results).evaluateAll((all) => all.map((row) => row.textContent.match(/\d+%/)?.[0] ?? '–'));
  await results.getByRole('button', { name: 'AI likelihood' }).click();
  await expect.poll(sorted).toEqual(['97%', '53%', '21%', '8%', '–', '–', '–']);
  await results.getByRole('button', { name: 'AI likelihood' }).click();
  await expect.poll(sorted).toEqual(['–', '–', '–', '8%', '21%', '53%', '97%']);
  await results.getByRole('button', { name: 'When' }).click();
  await expect.poll(sorted).toEqual(['97%', '8%', '53%', '–', '–', '–', '21%']);

  await rows(results).nth(1).getByRole('checkbox').click();
  await rows(results)
    .nth(3)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] });
  await results.getByRole('button', { name: 'Delete 3 results' }).click();
  await expect(rows(results)).toHaveCount(4);
  await results.getByRole('button', { name: 'Undo' }).click();
  await expect(results.getByText('3 results restored')).toBeVisible();
  await expect(rows(results).locator('img')).toHaveCount(7);
  await expect(rows(results).nth(3)).toContainText('BitMind couldn’t use this file');

  const menu = results.getByRole('button', { name: 'Export' });
  await menu.focus();
  await results.keyboard.press('ArrowDown');
  await expect(results.getByRole('menuitem', { name: 'Export as CSV' })).toBeFocused();
  await results.keyboard.press('ArrowUp');
  await expect(results.getByRole('menuitemcheckbox', { name: 'Include full addresses' })).toBeFocused();
  await results.keyboard.press('Escape');
  await expect(menu).toBeFocused();

  await rows(results).first().getByText('97%').click();
  await expect(results.getByRole('dialog', { name: 'Result' })).toContainText('Likely AI-generated');
  await results.keyboard.press('Escape');
  await results.getByRole('button', { name: 'Clear results' }).click();
  await results.getByRole('button', { name: 'Delete 7 results' }).click();
  await expect(results.getByText('No results yet')).toBeVisible();
});

test('a row of the popup leads to its result, and small pictures go when they are not wanted @quick', async ({
  user,
}) => {
  const results = await user.openOwnPage('results.html');
  await expect(results.getByText('No results yet')).toBeVisible();
  await keepResults(results, [aCheck('one', Date.now() - 1_000)]);
  await expect(rows(results).locator('img')).toHaveCount(1);
  const popup = await user.openOwnPage('popup.html');
  const opening = popup.context().waitForEvent('page');
  await popup.getByRole('listitem').getByRole('button').click();
  const opened = await opening;
  await expect(opened.getByRole('dialog', { name: 'Result' })).toContainText('https://news.example/story');
  const options = await user.openOwnPage('options.html');
  await setTicked(options.getByLabel('Keep thumbnails'), false);
  await expect(rows(results).locator('img')).toHaveCount(0);
  await expect(rows(results)).toHaveCount(1);
});

/** Closes the open result and opens the next one before the page hears that it was closed, as a quick key on a busy machine does. */
async function closeAndOpenNext(): Promise<void> {
  const dialog = document.querySelector<HTMLDialogElement>('dialog[open]');
  const heard = new Promise((resolve) => dialog?.addEventListener('close', () => requestAnimationFrame(resolve)));
  dialog?.close();
  const next = document.querySelector<HTMLElement>('[data-index="1"]');
  next?.focus();
  next?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  await heard;
}

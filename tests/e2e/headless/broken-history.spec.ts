import { readFile } from 'node:fs/promises';
import { pageWithImage, photographPage } from '../image-pages.ts';
import { expect, test } from './headless-test.ts';

/** Gives the database the version of an extension that does not exist yet. */
async function writtenByNewer(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('bitmind-history', 99);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  database.close();
}

test('a history that cannot be opened stops no check, costs no second upload, and makes way for a new one @quick', async ({
  user,
  pages,
  sandbox,
}) => {
  pages.setRoutes({ '/': pageWithImage('/photo.jpg'), '/photo.jpg': photographPage() });
  await user.signIn();
  const page = await user.visit(pages.origin);
  await (await user.check(page, '#image')).waitForLine(/^Likely not/);
  const results = await user.openOwnPage('results.html');
  await expect(results.getByText('1 result', { exact: true }).first()).toBeVisible();
  await results.evaluate(writtenByNewer);
  await results.reload();
  await expect(results.getByRole('alert')).toContainText('newer version of this extension');

  const again = await user.visit(pages.origin);
  await (await user.check(again, '#image')).waitForLine(/^Likely not/);
  expect(sandbox.requests('/image')).toHaveLength(1);
  const popup = await user.openOwnPage('popup.html');
  await expect(popup.getByText('Likely not AI-generated').first()).toBeVisible();

  await results.bringToFront();
  const saving = results.waitForEvent('download');
  await results.getByRole('button', { name: 'Start a new history' }).click();
  await results.getByRole('dialog').getByRole('button', { name: 'Start a new history' }).click();
  const saved: unknown = JSON.parse(await readFile(await (await saving).path(), 'utf8'));
  expect(saved).toMatchObject({ results: [{ isAi: false }] });
  await expect(results.getByText('No results yet')).toBeVisible();
});

import { waitFor } from '../harness/wait-for.ts';
import { pageWithImage, photographPage } from '../image-pages.ts';
import { settled } from '../settled.ts';
import { expect, test } from './headless-test.ts';
import { storedResults } from './stored-results.ts';

test.beforeEach(async ({ user, pages }) => {
  pages.setRoutes({ '/': pageWithImage('/photo.jpg'), '/photo.jpg': photographPage() });
  await user.signIn();
});

test('results are removed when the user clears them @quick', async ({ user, pages }) => {
  await (await user.check(await user.visit(pages.origin), '#image')).waitForLine(/^Likely not/);
  const popup = await user.openOwnPage('popup.html');
  await expect(popup.getByRole('listitem')).toHaveCount(1);
  const options = await user.openOwnPage('options.html');
  await options.getByRole('button', { name: 'Clear results' }).click();
  const question = options.getByRole('dialog', { name: 'Clear results' });
  await expect(question).toContainText('This can’t be undone.');
  await expect(popup.getByRole('listitem')).toHaveCount(1);
  await question.getByRole('button', { name: 'Delete 1 result' }).click();
  await expect(options.getByText('All results were removed')).toBeVisible();
  await expect(popup.getByRole('listitem')).toHaveCount(0);
  await expect(popup.getByText(/No checks yet/)).toBeVisible();
});

test('results are not kept on disk when the user wants none', async ({ user, pages }) => {
  const options = await user.openOwnPage('options.html');
  await options.getByLabel('Keep results').selectOption('Don’t keep');
  await (await user.check(await user.visit(pages.origin), '#image')).waitForLine(/^Likely not/);
  const kept = () => storedResults(options);
  expect(await settled('the verdict is in the panel', kept)).toBe(0);
  await options.getByLabel('Keep results').selectOption('7 days');
  await (await user.check(await user.visit(pages.origin), '#image')).waitForLine(/^Likely not/);
  await waitFor('the result on disk', async () => ((await kept()) === 1 ? true : undefined));
});

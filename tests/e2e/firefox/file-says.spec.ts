import { makeSignedFiles } from '../../fixtures/c2pa/signed-files.ts';
import { filesWithNotes } from '../files-with-notes.ts';
import { pageWithImage } from '../image-pages.ts';
import { expect, test } from './firefox-test.ts';

test('without an account the panel says what the file says, and nothing is sent @quick @oldest', async ({
  user,
  pages,
  sandbox,
  firefox,
}) => {
  await firefox.menuItemMade();
  const file = (await makeSignedFiles()).files.get('made of several');
  pages.setRoutes({
    '/': pageWithImage('/signed.jpg'),
    '/signed.jpg': { body: file?.bytes ?? '', type: 'image/jpeg' },
  });
  await user.visit(pages.origin);
  const panel = await user.check('#image');
  await panel.waitForLine('Sign in to get a verdict');
  await panel.waitForLine('Edited from: photograph.jpg');
  await panel.waitForLine('They say that not all steps are recorded.');
  await panel.waitForLine(/Valid, but the signer \(Example Camera\) isn’t on the trust list/);
  const paths = new Set(pages.requests().map(({ path }) => path));
  expect([...paths].filter((path) => path !== '/favicon.ico').sort()).toEqual(['/', '/signed.jpg']);
  expect(sandbox.requests()).toEqual([]);
});

test('notes in XMP and Exif are read', async ({ user, pages, firefox }) => {
  await firefox.menuItemMade();
  for (const [body, type, words] of filesWithNotes()) {
    pages.setRoutes({ '/': pageWithImage('/a'), '/a': { body, type } });
    await user.visit(pages.origin);
    const panel = await user.check('#image');
    await panel.waitForLine(words);
  }
});

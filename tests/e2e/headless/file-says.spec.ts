import { makeSignedFiles, type SignedName } from '../../fixtures/c2pa/signed-files.ts';
import { makeDeclaredJpeg } from '../../fixtures/make-fixtures.ts';
import { filesWithNotes } from '../files-with-notes.ts';
import { chromiumPageTree } from '../harness/chromium-page-tree.ts';
import { pageWithImage, recompressedPage } from '../image-pages.ts';
import { pageOfPictures } from '../many-pictures.ts';
import { settled } from '../settled.ts';
import { expect, test } from './headless-test.ts';

const NONE = 'No Content Credentials. This doesn’t mean anything either way.';

async function signedFile(name: SignedName) {
  const file = (await makeSignedFiles()).files.get(name);
  if (!file) throw new Error(`there is no ${name}`);
  return { body: file.bytes, type: file.type };
}

test.describe('without an account', () => {
  test('the panel says what the file says, and nothing leaves the computer @quick @oldest', async ({
    user,
    pages,
    sandbox,
    chromium,
  }) => {
    pages.setRoutes({ '/': pageWithImage('/signed.jpg'), '/signed.jpg': await signedFile('jpeg') });
    const page = await user.visit(pages.origin);
    const asked: string[] = [];
    chromium.context.on('request', (request) => asked.push(request.url()));
    const panel = await user.check(page, '#image');
    await panel.waitForLine('Sign in to get a verdict');
    await panel.waitForLine('They say it was made by AI.');
    await panel.waitForLine('What the file says');
    await panel.waitForLine(/Valid, but the signer \(Example Camera\) isn’t on the trust list/);
    await expect.poll(panel.buttons).toContain('Sign in');
    const own = (url: string) => url.startsWith('chrome-extension:') || url.startsWith('blob:');
    expect(asked.filter((url) => !own(url) && url !== `${pages.origin}/signed.jpg`)).toEqual([]);
    // The browser asks for the page's icon by itself.
    const paths = new Set(pages.requests().map(({ path }) => path));
    expect([...paths].filter((path) => path !== '/favicon.ico').sort()).toEqual(['/', '/signed.jpg']);
    expect(sandbox.requests()).toEqual([]);
  });

  test('a file of this computer is read in the popup @quick', async ({ user, sandbox }) => {
    const popup = await user.openOwnPage('popup.html');
    const { body, type } = await signedFile('made of several, other pixels');
    await popup.getByLabel('Choose a file').setInputFiles({ name: 'changed.jpg', mimeType: type, buffer: body });
    const said = popup.getByRole('group').filter({ hasText: 'What the file says' });
    await expect(said).toContainText('Content Credentials · Invalid');
    await expect(said).toContainText('The content doesn’t match what was signed.');
    // What they say is for who asks for it.
    await expect(said.getByText('Edited from: photograph.jpg')).toBeHidden();
    await said.getByText('Show what they claim').click();
    await expect(said.getByText('Edited from: photograph.jpg')).toBeVisible();
    await expect(popup.locator('dd', { hasText: '"manifests"' })).toHaveAttribute('dir', 'ltr');
    await expect(popup.getByText('Sign in to get a verdict').first()).toBeVisible();
    expect(sandbox.requests()).toEqual([]);
  });

  test('of a picture whose site may not be read, the question says that nothing is sent', async ({ user, pages }) => {
    pages.setRoutes({ '/': pageWithImage('https://elsewhere.test/a.jpg') });
    const panel = await user.check(await user.visit(pages.origin), '#image');
    await panel.waitForLine(/needs access to elsewhere\.test\. Nothing is sent to BitMind/);
    expect(await settled('the question waits for the user', panel.buttons)).not.toContain('Check a screenshot instead');
  });
});

test('without an account, a whole page is read as well, and nothing leaves the computer', async ({
  user,
  pages,
  sandbox,
}) => {
  pages.setRoutes(pageOfPictures(3));
  const page = await user.visit(pages.origin);
  const pill = await user.checkPage(page);
  await pill.press('Check 3 images');
  await pill.waitForLine('3 files read locally. Sign in for verdicts.');
  await chromiumPageTree(page).waitForCount(3, 'button', /^Sign in to get a verdict/);
  expect(sandbox.requests()).toEqual([]);
  // Somebody who has signed in meanwhile has all of it checked.
  await user.signIn();
  await pill.press('Try again');
  await pill.waitForLine('3 images found');
});

test.describe('with an account', () => {
  test.beforeEach(({ user }) => user.signIn());

  test('both kinds of evidence stand apart, with the manifest on request @quick', async ({ user, pages, sandbox }) => {
    sandbox.always('/image', { body: { isAI: false, confidence: 0.04 } });
    pages.setRoutes({ '/': pageWithImage('/edited.jpg'), '/edited.jpg': await signedFile('jpeg') });
    const panel = await user.check(await user.visit(pages.origin), '#image');
    await panel.waitForLine('Likely not AI-generated');
    await panel.waitForLine(/^The file and BitMind disagree/);
    await panel.pressSummary('Details');
    await panel.waitForLine(/"validation_state": "Valid"/);
  });

  test('notes in XMP and Exif, and the original of what is converted, are read', async ({ user, pages }) => {
    const cases = [
      ...filesWithNotes(),
      [await makeDeclaredJpeg('trainedAlgorithmicMedia'), 'image/jpeg', 'A note in the file says: made by AI.'],
      [(await signedFile('avif')).body, 'image/avif', 'They say it was made by AI.'],
      [(await signedFile('svg')).body, 'image/svg+xml', 'They say it was made by AI.'],
    ] as const;
    for (const [body, type, words] of cases) {
      pages.setRoutes({ '/': pageWithImage('/a'), '/a': { body, type } });
      const panel = await user.check(await user.visit(pages.origin), '#image');
      await panel.waitForLine(words);
    }
  });

  test('the part of a file that says nothing is closed, and so is what the verdict means @quick', async ({
    user,
    pages,
  }) => {
    pages.setRoutes({ '/': pageWithImage('/a.jpg'), '/a.jpg': await recompressedPage() });
    const page = await user.visit(pages.origin);
    const panel = await user.check(page, '#image');
    await panel.waitForLine('AI likelihood 4%');
    await panel.waitForLine('What the file says');
    const closed = await settled('the verdict and what the file says', panel.lines);
    expect(closed).not.toContain(NONE);
    expect(closed.join()).not.toContain('recompressed');
    await panel.pressSummary('What the file says');
    await panel.waitForLine(NONE);
    await panel.pressSummary('What this means');
    await panel.waitForLine(
      'This image has been recompressed strongly (JPEG quality about 40), which weakens any verdict.',
    );
    await panel.waitForLine('Finding no signs of AI is weaker evidence than finding them.');
    const opened = page.context().waitForEvent('page');
    await panel.press('How far to trust it');
    await expect((await opened).locator('body')).toContainText('few false alarms, more misses');
  });

  test('a video is read, and is judged', async ({ user, pages }) => {
    const page = { body: '<!doctype html><video id="video" src="/a.mp4" width="320" height="180" muted></video>' };
    pages.setRoutes({ '/': page, '/a.mp4': await signedFile('mp4') });
    const panel = await user.check(await user.visit(pages.origin), '#video');
    await panel.waitForLine('They say it was made by AI.');
    await panel.waitForLine(/^Likely/);
  });
});

import { makeDeclaredPng } from '../../fixtures/make-fixtures.ts';
import { OAUTH_ACCOUNT } from '../account-form.ts';
import { stopServiceWorker } from '../harness/service-worker.ts';
import { pageWithImage, photograph, photographPage } from '../image-pages.ts';
import { settled } from '../settled.ts';
import { expect, test } from './headless-test.ts';

const CACHED = { 'cache-control': 'max-age=600' };

test.describe('an image of the page itself', () => {
  test.beforeEach(({ pages }) => {
    pages.setRoutes({ '/': pageWithImage('/photo.jpg'), '/photo.jpg': photographPage({ headers: CACHED }) });
  });

  test('is sent byte for byte, and its verdict stands in the panel @quick', async ({ user, pages, sandbox }) => {
    await user.signIn();
    const page = await user.visit(pages.origin);
    const panel = await user.check(page, '#image');
    await panel.waitForLine('Likely not AI-generated');
    await panel.waitForLine('AI likelihood 4%'); // A look may fall between the two.
    await panel.waitForLine('JPEG · 237 kB');
    const requests = sandbox.requests('/image');
    expect(requests).toHaveLength(1);
    expect(requests[0]?.headers['content-type']).toBe('image/jpeg');
    expect(requests[0]?.body?.equals(photograph())).toBe(true);
    // The page's copy was in the cache: its server was asked once, for the page itself.
    expect(pages.requests('/photo.jpg')).toHaveLength(1);
  });

  test('is checked with an OAuth client, by one token', async ({ user, pages, sandbox }) => {
    await user.signInByForm(OAUTH_ACCOUNT);
    const page = await user.visit(pages.origin);
    const panel = await user.check(page, '#image');
    await panel.waitForLine(/^Likely not/);
    await panel.press('Check again');
    await sandbox.waitForRequest('/image', 2, 'ended');
    expect(sandbox.requests('/v1/oauth/token')).toHaveLength(0); // The token of "Save and test" is still good.
    sandbox.revokeTokens();
    await panel.press('Check again');
    await sandbox.waitForRequest('/image', 4, 'ended');
    expect(sandbox.requests('/image').map(({ status }) => status)).toEqual([200, 200, 401, 200]);
    expect(sandbox.requests('/v1/oauth/token')).toHaveLength(1);
  });

  test('shows its details', async ({ user, pages }) => {
    await user.signIn();
    const page = await user.visit(pages.origin);
    const panel = await user.check(page, '#image');
    await panel.waitForLine(/^Likely/);
    await panel.pressSummary('Details');
    await panel.waitForLine(/^SHA-256/);
    await panel.waitForLine('Original file, read in the page');
    await panel.waitForLine(/[0-9a-f]{64}/);
  });

  test('is not sent when nobody is signed in, and the panel offers to sign in @quick', async ({
    user,
    pages,
    sandbox,
    chromium,
  }) => {
    const page = await user.visit(pages.origin);
    const panel = await user.check(page, '#image');
    await panel.waitForLine('Sign in to get a verdict');
    expect(pages.requests('/photo.jpg')).toHaveLength(1); // The page's own: it is read from the cache.
    expect(sandbox.requests()).toHaveLength(0);
    const opened = chromium.context.waitForEvent('page');
    await panel.press('Sign in');
    await expect(await opened).toHaveURL(/options\.html$/);
  });

  test('is cancelled at once @quick', async ({ user, pages, sandbox }) => {
    await user.signIn();
    const held = sandbox.hold('/image');
    const page = await user.visit(pages.origin);
    const panel = await user.check(page, '#image');
    await panel.waitForLine('Waiting for BitMind…');
    await held.arrived;
    await panel.press('Cancel');
    await panel.waitForLine('Cancelled');
    const request = await sandbox.waitForRequest('/image', 1, 'ended');
    expect(request.outcome).toBe('aborted');
    await panel.press('Try again');
    await panel.waitForLine('Likely not AI-generated');
  });

  test('is checked after the background was ended, and the token is still there @quick', async ({
    user,
    pages,
    sandbox,
    chromium,
  }) => {
    await user.signInByForm(OAUTH_ACCOUNT);
    const page = await user.visit(pages.origin);
    await stopServiceWorker(chromium);
    await user.openOwnPage('popup.html'); // Any event starts the background anew.
    const panel = await user.check(page, '#image');
    await panel.waitForLine('Likely not AI-generated');
    expect(sandbox.requests('/v1/oauth/token')).toHaveLength(0);
  });

  test('gives its place back to the page: Escape closes, the focus returns, nothing is left @quick @oldest', async ({
    user,
    pages,
  }) => {
    pages.setRoutes({ '/': pageWithImage('/photo.jpg', 'width="400" tabindex="0"') });
    await user.signIn();
    const page = await user.visit(pages.origin);
    await page.locator('#image').focus();
    const before = await page.content();
    const panel = await user.check(page, '#image');
    await panel.waitForLine(/^Likely/);
    await expect.poll(() => page.content()).not.toBe(before);
    await page.keyboard.press('Escape');
    await panel.waitUntilGone();
    await expect.poll(() => page.content()).toBe(before);
    await expect(page.locator('#image')).toBeFocused();
  });

  test('is out of reach of the page: its scripts find no word of the panel @quick', async ({ user, pages }) => {
    await user.signIn();
    const page = await user.visit(pages.origin);
    const panel = await user.check(page, '#image');
    await panel.waitForLine(/^Likely/);
    const find = () =>
      page.evaluate(() => ({
        roots: [...document.querySelectorAll('*')].filter((element) => element.shadowRoot).length,
        text: document.documentElement.textContent,
      }));
    const found = await settled('the verdict is in the panel', find);
    expect(found.roots).toBe(0);
    expect(found.text).not.toMatch(/BitMind|Likely/);
  });

  test("cannot be pressed by the page's scripts", async ({ user, pages, sandbox }) => {
    await user.signIn();
    sandbox.always('/image', { status: 400 });
    const page = await user.visit(pages.origin);
    const panel = await user.check(page, '#image');
    await panel.waitForLine(/couldn’t use this file/);
    await page.evaluate(() => {
      for (const element of document.querySelectorAll('*'))
        element.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
      window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    });
    await panel.waitForLine(/couldn’t use this file/);
    expect(sandbox.requests('/image')).toHaveLength(1);
  });
});

test('a page with the strictest policy shows the panel all the same', async ({ user, pages }) => {
  pages.setRoutes({
    '/': {
      ...pageWithImage('/photo.jpg'),
      headers: { 'content-security-policy': "default-src 'none'; img-src 'self'" },
    },
    '/photo.jpg': photographPage(),
  });
  await user.signIn();
  const panel = await user.check(await user.visit(pages.origin), '#image');
  await panel.waitForLine('Likely not AI-generated');
});

test('the panel opens before the answer is there, and says what it waits for', async ({ user, pages }) => {
  const read = Promise.withResolvers<void>();
  let hasShown = false;
  pages.setRoutes({
    '/': pageWithImage('/photo.jpg'),
    '/photo.jpg': () => {
      const page = photographPage({
        headers: { 'cache-control': 'no-store' },
        ...(hasShown && { hold: read.promise }),
      });
      hasShown = true;
      return page;
    },
  });
  await user.signIn();
  const panel = await user.check(await user.visit(pages.origin), '#image');
  await panel.waitForLine('Reading the image…');
  read.resolve();
  await panel.waitForLine('Likely not AI-generated');
});

test('a second check in the same page takes the place of the first', async ({ user, pages, sandbox }) => {
  pages.setRoutes({
    '/': { body: '<img id="a" src="/a.png" width="200"><img id="b" src="/b.jpg" width="200">' },
    '/a.png': { body: makeDeclaredPng('trainedAlgorithmicMedia'), type: 'image/png' },
    '/b.jpg': photographPage(),
  });
  await user.signIn();
  const page = await user.visit(pages.origin);
  await (await user.check(page, '#a')).waitForLine('Likely AI-generated');
  const panel = await user.check(page, '#b');
  const lines = await panel.waitForLine('Likely not AI-generated');
  expect(lines).not.toContain('Likely AI-generated');
  expect(sandbox.requests('/image')).toHaveLength(2);
});

import { encodePng } from '../../fixtures/encode-png.ts';
import { paintPicture } from '../../fixtures/picture.ts';
import type { Page, PageRequest } from '../../fixtures/serve-pages.ts';
import type { Chromium } from '../harness/chromium.ts';
import { evaluateInServiceWorker, stopServiceWorker } from '../harness/service-worker.ts';
import { pageWithImage, photograph, photographPage } from '../image-pages.ts';
import { settled } from '../settled.ts';
import { expect, test } from './headless-test.ts';

test.beforeEach(async ({ user }) => {
  await user.signIn();
});

/** The picture to who comes from a page of `origin`; something else to anyone else. */
function onlyFrom(origin: string, otherwise: Page, picture: Page = photographPage()) {
  return ({ headers }: PageRequest): Page => (headers.referer === `${origin}/` ? picture : otherwise);
}

/** The headers of requests that rules change now. While something is sent, there is one beside that changes its answer. */
function changedHeaders(chromium: Chromium): Promise<unknown> {
  return evaluateInServiceWorker(
    chromium,
    `chrome.declarativeNetRequest.getSessionRules().then((rules) =>
      rules.flatMap(({ action }) => (action.requestHeaders ?? []).map(({ header }) => header)))`,
  );
}

const PLACEHOLDER = encodePng(paintPicture(300, 300, (across, down) => [across * 255, down * 255, 90]));

for (const [name, otherwise] of [
  ['gives anyone else a placeholder of other proportions', { body: PLACEHOLDER, type: 'image/png' }],
  ['gives anyone else a page', { body: '<!doctype html><title>Come to our site</title>' }],
  [
    'gives anyone else a placeholder that may be cached',
    { body: PLACEHOLDER, type: 'image/png', headers: { 'cache-control': 'max-age=3600' } },
  ],
] satisfies [string, Page][]) {
  test(`an image of a site that ${name} is read with the page's referrer, byte for byte`, async ({
    user,
    pages,
    sandbox,
    chromium,
  }) => {
    pages.setRoutes({
      '/': pageWithImage(`${pages.otherOrigin}/photo.jpg?size=*&a=^|#part`),
      '/photo.jpg': onlyFrom(pages.origin, otherwise),
    });
    const panel = await user.check(await user.visit(pages.origin), '#image');
    await panel.waitForLine('Likely not AI-generated');
    await panel.pressSummary('Details');
    await panel.waitForLine(/read from its site with your cookies and the page’s address as the referrer/);
    expect(sandbox.requests('/image')[0]?.body?.equals(photograph())).toBe(true);
    const referers = pages.requests('/photo.jpg').map(({ headers }) => headers.referer);
    // The page's own image; its script's attempt; then the background's three, the last of them again: nobody may keep the file, so
    // that another may be shown.
    const own = `${pages.origin}/`;
    expect(referers).toEqual([own, own, undefined, undefined, own, own]);
    expect(await settled('the image has been read', () => changedHeaders(chromium))).toEqual([]);
  });
}

/** Waits until the background has asked with a rule. */
async function waitForRule(chromium: Chromium): Promise<void> {
  await expect.poll(() => changedHeaders(chromium)).toContain('referer');
}

test.describe('while an image is read with a referrer', () => {
  /** Holds the answer to the background's request with a referrer: it alone goes past the cache. */
  function heldFrom(origin: string, hold: Promise<void>) {
    return (request: PageRequest): Page => {
      const isBackground = request.headers.pragma === 'no-cache';
      return onlyFrom(origin, { status: 403, body: 'no' }, photographPage(isBackground ? { hold } : {}))(request);
    };
  }

  test('the page keeps its own referrer for that very address @quick', async ({ user, pages, chromium }) => {
    const { promise, resolve: letGo } = Promise.withResolvers<void>();
    const address = `${pages.otherOrigin}/photo.jpg`;
    pages.setRoutes({ '/': pageWithImage(address), '/photo.jpg': heldFrom(pages.origin, promise) });
    const page = await user.visit(pages.origin);
    const panel = await user.check(page, '#image');
    await waitForRule(chromium);
    const before = pages.requests('/photo.jpg').length;
    await page.evaluate(async (url) => {
      await fetch(url, { mode: 'no-cors', cache: 'reload', referrerPolicy: 'no-referrer' });
    }, address);
    expect(pages.requests('/photo.jpg')[before]?.headers.referer).toBeUndefined();
    expect(await settled('its request is held', () => changedHeaders(chromium))).toContain('referer');
    letGo();
    await panel.waitForLine('Likely not AI-generated');
    expect(await settled('the image has been read', () => changedHeaders(chromium))).toEqual([]);
  });

  test('an end of the background leaves no rule, and the check goes on to its end @quick', async ({
    user,
    pages,
    sandbox,
    chromium,
  }) => {
    const never = new Promise<void>(() => undefined);
    const address = `${pages.otherOrigin}/photo.jpg`;
    pages.setRoutes({ '/': pageWithImage(address), '/photo.jpg': heldFrom(pages.origin, never) });
    const panel = await user.check(await user.visit(pages.origin), '#image');
    await waitForRule(chromium);
    // From now on the page itself can read it: the next background makes no rule of its own.
    pages.setRoutes({ '/photo.jpg': photographPage({ cors: '*' }) });
    await stopServiceWorker(chromium);
    await panel.waitForLine('Likely not AI-generated');
    expect(sandbox.requests('/image')[0]?.body?.equals(photograph())).toBe(true);
    expect(await settled('the image has been read', () => changedHeaders(chromium))).toEqual([]);
  });
});

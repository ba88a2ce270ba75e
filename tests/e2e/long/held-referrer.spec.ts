// In whole runs a page of these two did not answer for a minute, twice of twice, and never alone: until that is understood they are
// here. What they hold is held in Node too (tests/unit/background/browser/referrer-rule.test.ts).
import type { Page, PageRequest } from '../../fixtures/serve-pages.ts';
import type { Chromium } from '../harness/chromium.ts';
import { evaluateInServiceWorker, stopServiceWorker } from '../harness/service-worker.ts';
import { expect, test } from '../headless/headless-test.ts';
import { pageWithImage, photograph, photographPage } from '../image-pages.ts';
import { settled } from '../settled.ts';

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

  test('the page keeps its own referrer for that very address', async ({ user, pages, chromium }) => {
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

  test('an end of the background leaves no rule, and the check goes on to its end', async ({
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

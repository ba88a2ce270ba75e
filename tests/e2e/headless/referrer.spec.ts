import { encodePng } from '../../fixtures/encode-png.ts';
import { paintPicture } from '../../fixtures/picture.ts';
import type { Page, PageRequest } from '../../fixtures/serve-pages.ts';
import type { Chromium } from '../harness/chromium.ts';
import { evaluateInServiceWorker } from '../harness/service-worker.ts';
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
  ['refuses it to anyone else', { status: 403, body: 'no' }],
  ['gives anyone else a placeholder of other proportions', { body: PLACEHOLDER, type: 'image/png' }],
  ['gives anyone else a page', { body: '<!doctype html><title>Come to our site</title>' }],
  ['gives anyone else nothing', { status: 204 }],
  [
    'gives anyone else a placeholder that may be cached',
    { body: PLACEHOLDER, type: 'image/png', headers: { 'cache-control': 'max-age=3600' } },
  ],
] satisfies [string, Page][]) {
  const tag = name.startsWith('refuses') ? '@quick' : [];
  test(`an image of a site that ${name} is read with the page's referrer, byte for byte`, { tag }, async ({
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

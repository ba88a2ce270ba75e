import type { Page } from '@playwright/test';
import { setPageOfNamedImages, waitForBadges, waitForBadgesOnImages } from '../badges-on-images.ts';
import { chromiumPageTree } from '../harness/chromium-page-tree.ts';
import { evaluateInServiceWorker } from '../harness/service-worker.ts';
import { numberedPicture, pageOfPictures } from '../many-pictures.ts';
import { comparePictures } from '../media/compare-pictures.ts';
import { settled } from '../settled.ts';
import { expect, test } from './headless-test.ts';
import { grantSites, removeSites, restoreSites } from './site-grants.ts';

test.beforeEach(async ({ user }) => {
  await user.signIn();
});

test('badges go with what they are on, and new images are offered @quick', async ({ user, pages, sandbox }) => {
  const inShadowRoot = `<div id="outer"><template shadowrootmode="open"><img src="/p/1.png" width="60" alt=""></template></div>`;
  const style = `<style>.card { width: 60px; height: 60px; background: url(/p/2.png) }
    .other ~ .card { background-image: url(/other.png) }</style>`;
  pages.setRoutes({
    ...pageOfPictures(3, `${style}<p id="before"></p><div class="card"></div>${inShadowRoot}`),
    '/new.png': { body: numberedPicture(7), type: 'image/png' },
    '/other.png': { body: numberedPicture(8), type: 'image/png' },
  });
  const page = await user.visit(pages.origin);
  const pill = await user.checkPage(page);
  await pill.waitForLine('3 images found');
  await page.evaluate("document.querySelector('#outer').shadowRoot.querySelector('img').src = '/new.png'");
  await pill.press('Check 3 images');
  await pill.waitForLine('3 checked: 3 likely not AI-generated');
  await waitForBadges(chromiumPageTree(page), 4);
  // A reused node: another picture in the same element.
  await page.evaluate("document.querySelector('#p0').src = '/new.png'");
  await waitForBadges(chromiumPageTree(page), 3);
  await pill.press('Check 1 new item');
  await waitForBadges(chromiumPageTree(page), 5);
  expect(sandbox.requests('/batch_image').map(({ parts }) => parts?.length)).toEqual([3, 1]);
  // Another picture by a rule for what is beside the element that changes.
  await page.evaluate("document.querySelector('#before').className = 'other'");
  await waitForBadges(chromiumPageTree(page), 4);
  await page.evaluate("document.querySelector('#p1').remove()");
  await waitForBadges(chromiumPageTree(page), 3);
});

test('badges follow images that move without any change in the document, that are scrolled, and that are seen late', async ({
  user,
  pages,
}) => {
  setPageOfNamedImages(pages, ''); // Pages without a doctype measure themselves in another way.
  const page = await user.visit(pages.origin);
  const pill = await user.checkPage(page);
  await pill.press('Check 3 images');
  await pill.waitForLine('3 checked: 3 likely not AI-generated');
  const tree = chromiumPageTree(page);
  await waitForBadgesOnImages(tree, 1);
  const style = (css: string) =>
    page.evaluate((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets = [sheet];
    }, css);
  await style('img { translate: 31px 7px; transition: translate 0.2s }');
  await waitForBadgesOnImages(tree, 1);
  await style('html { zoom: 1.5 } img { translate: 31px 7px }');
  await waitForBadgesOnImages(tree, 1.5);
  await style('html { zoom: 1.5 } img { translate: 40px 30px }');
  await waitForBadgesOnImages(tree, 1.5);
  await style('body { height: 3000px } h1 { padding-top: 200px }');
  await page.evaluate('scrollTo(0, 150)');
  await waitForBadgesOnImages(tree, 1);
  await page.evaluate(() => {
    const box = document.createElement('div');
    box.style.cssText = 'height: 380px; overflow: auto';
    box.append(...document.querySelectorAll('p'));
    document.body.append(box);
    box.scrollTo(0, 25);
  });
  await waitForBadgesOnImages(tree, 1);
  await style('body { height: 5000px } h1 { padding-top: 3000px }');
  await page.evaluate('scrollTo(0, 2900)');
  await waitForBadgesOnImages(tree, 1);
});

test('badges are on their images after the page is zoomed, by the browser or by the page, and turned to the left', async ({
  user,
  pages,
  chromium,
}) => {
  setPageOfNamedImages(pages);
  const page = await user.visit(pages.origin);
  const pill = await user.checkPage(page);
  await pill.press('Check 3 images');
  await pill.waitForLine('3 checked: 3 likely not AI-generated');
  const tree = chromiumPageTree(page);
  await waitForBadgesOnImages(tree, 1);
  const setZoom = (zoom: number) =>
    evaluateInServiceWorker(
      chromium,
      `chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => chrome.tabs.setZoom(tab.id, ${zoom}))`,
    );
  for (const zoom of [1.5, 0.5, 1]) {
    await setZoom(zoom);
    await expect.poll(() => page.evaluate('devicePixelRatio')).toBe(zoom);
    await waitForBadgesOnImages(tree, 1); // In CSS pixels, nothing is larger.
  }
  await page.evaluate("document.documentElement.style.zoom = '1.5'");
  await waitForBadgesOnImages(tree, 1.5);
  // In an English interface they stay in the upper left corner, whatever the page says of itself and of what we put into it.
  await page.evaluate("for (const one of document.querySelectorAll('html, html > div')) one.dir = 'rtl'");
  await waitForBadgesOnImages(tree, 1.5);
  await pill.waitForLine('3 checked: 3 likely not AI-generated');
});

test.describe('what is cut out of the screen', () => {
  const ALL_SITES = '<all_urls>';
  let options: Page;
  test.beforeEach(async ({ user, chromium }) => {
    options = await user.openOwnPage('options.html');
    await grantSites(chromium, options, ALL_SITES); // Stands for the user's gesture, which a capture needs.
  });
  test.afterEach(async ({ chromium }) => {
    await removeSites(options, ALL_SITES);
    await restoreSites(chromium, options);
  });

  test('has neither badges nor the pill on it, which are there again after', async ({ user, pages, sandbox }) => {
    const body = numberedPicture(3, 90);
    let isGone = false;
    // Of another origin, so that its pixels cannot be read; below the pill.
    const image = `<img id="image" src="${pages.otherOrigin}/p.png" alt="" style="position: fixed; right: 20px; bottom: 20px">`;
    pages.setRoutes({
      '/': { body: `<!doctype html><html lang="en"><title>Picture</title>${image}` },
      '/p.png': () =>
        isGone ? { status: 410 } : { body, type: 'image/png', headers: { 'cache-control': 'no-store' } },
    });
    const page = await user.visit(pages.origin);
    const pill = await user.checkPage(page);
    await pill.press('Check 1 image');
    await pill.waitForLine('1 checked: 1 likely not AI-generated');
    isGone = true;
    await (await user.check(page, '#image')).waitForLine(/from a screenshot, not the original/);
    pages.setRoutes({
      '/compare': { body: '<!doctype html><title>Two pictures</title>' },
      '/compare/sent': { body: sandbox.requests('/image').at(-1)?.body ?? '', type: 'image/png' },
      '/compare/wanted': { body, type: 'image/png' },
    });
    await expect.poll(() => opacities(page)).toEqual(['1', '1', '1']);
    await page.goto(`${pages.origin}/compare`);
    const compare = () => page.evaluate(comparePictures, ['/compare/sent', '/compare/wanted'] as const);
    const { pixels, sizes } = await settled('both pictures are files', compare);
    expect({ pixels, size: sizes[0] }).toEqual({ pixels: 0, size: [90, 90] });
  });
});

test('pill and badges are of use in a modal dialog of the page, and outside of it once it has closed', async ({
  user,
  pages,
}) => {
  const dialog = '<dialog id="modal"><img src="/p/1.png" width="60" height="60" alt=""></dialog>';
  pages.setRoutes(pageOfPictures(2, dialog));
  const page = await user.visit(pages.origin);
  await page.evaluate('modal.showModal()');
  const pill = await user.checkPage(page);
  await pill.press('Check 2 images');
  await pill.waitForLine('2 checked: 2 likely not AI-generated');
  await waitForBadges(chromiumPageTree(page), 1); // Not on what is behind the dialog.
  await page.evaluate('modal.close()');
  await waitForBadges(chromiumPageTree(page), 2);
  await page.evaluate('modal.showModal()');
  await pill.press('Remove the badges');
  await pill.waitUntilGone();
});

/** How visible panel, pill and badges are: what is in their closed roots is known to the debugger alone. */
async function opacities(page: Page): Promise<(string | undefined)[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { nodes } = await session.send('DOM.getFlattenedDocument', { depth: -1, pierce: true });
  const layers = nodes.filter(
    ({ nodeName, attributes = [] }) => nodeName === 'DIV' && attributes.includes('lang') && attributes.includes('dir'),
  );
  const styles = layers.map(({ nodeId }) => session.send('CSS.getComputedStyleForNode', { nodeId }));
  const opacity = (await Promise.all(styles)).map(
    ({ computedStyle }) => computedStyle.find(({ name }) => name === 'opacity')?.value,
  );
  await session.detach();
  return opacity;
}

import type { Page } from '@playwright/test';
import type { PageRequest } from '../../fixtures/serve-pages.ts';
import { setPageOfNamedImages, waitForBadgesOnImages } from '../badges-on-images.ts';
import { chromiumPageTree } from '../harness/chromium-page-tree.ts';
import { evaluateInServiceWorker } from '../harness/service-worker.ts';
import { waitFor } from '../harness/wait-for.ts';
import { numberedPicture, pageOfPictures } from '../many-pictures.ts';
import { comparePictures } from '../media/compare-pictures.ts';
import { settled } from '../settled.ts';
import { expect, test } from './headless-test.ts';
import { grantSites, removeSites, restoreSites } from './site-grants.ts';

test.beforeEach(async ({ user }) => {
  await user.signIn();
});

test('101 images are sent in few requests, each image once', async ({ user, pages, sandbox }) => {
  pages.setRoutes(pageOfPictures(101));
  const pill = await user.checkPage(await user.visit(pages.origin));
  await pill.waitForLine('101 images found');
  expect(sandbox.requests()).toHaveLength(0);
  await pill.press('Check 101 images');
  await pill.waitForLine('101 checked: 101 likely not AI-generated');
  const sent = sandbox.requests('/batch_image').map(({ parts }) => parts?.length ?? 0);
  // How many there are goes by how fast a busy machine reads (group-sender.test.ts has its clock): no more than fit, and no single ones.
  expect(Math.max(...sent)).toBeLessThanOrEqual(50);
  expect(sum(sent)).toBe(101);
  expect(sandbox.requests('/image')).toHaveLength(0);
});

test('one address, one element or many, and the same bytes under two addresses are sent once', async ({
  user,
  pages,
  sandbox,
}) => {
  const again =
    '<img src="/p/0.png" width="60" alt=""><div style="width:90px;height:90px;background:url(/p/1.png)"></div>';
  const copy = '<img src="/copy.png" width="60" alt="">';
  const tiny =
    '<img src="/tiny.png" alt=""><img data-src="" class="lazy" loading="lazy" alt="" width="50" height="50">';
  pages.setRoutes({
    ...pageOfPictures(2, again + copy + tiny),
    '/copy.png': { body: numberedPicture(0), type: 'image/png' },
    '/tiny.png': { body: numberedPicture(9, 16), type: 'image/png' },
  });
  const page = await user.visit(pages.origin);
  const pill = await user.checkPage(page);
  await pill.waitForLine(
    /^4 images found, 1 too small: 3 to check$|^5 images found, 1 too small, 1 unreadable: 3 to check$/,
  );
  await pill.press('Check 3 images');
  await pill.waitForLine('3 checked: 3 likely not AI-generated');
  expect(sandbox.requests('/batch_image').map(({ parts }) => parts?.length)).toEqual([2]);
  await waitForBadges(page, 5); // Two images and their repetitions.
});

test('one bad image never costs the others, and each outcome leads to the next badge, by the keyboard alone @quick', async ({
  user,
  pages,
  sandbox,
}) => {
  pages.setRoutes(pageOfPictures(8));
  sandbox.always('/batch_image', { refusedBytes: numberedPicture(5) });
  const page = await user.visit(pages.origin);
  const pill = await user.checkPage(page);
  await pill.waitForButtons(['Check 8 images', 'Cancel', 'Close']);
  await page.keyboard.press('Tab'); // The first stop in the pill.
  await page.keyboard.press('Enter');
  await pill.waitForLine('7 checked: 7 likely not AI-generated, 1 without a verdict');
  const tree = chromiumPageTree(page);
  const focused = async () => (await tree.findByRole('button')).find(({ isFocused }) => isFocused)?.name;
  await pill.press('1 without a verdict');
  await expect.poll(focused).toMatch(/^Not checked · BitMind couldn’t use this file/);
  await pill.press('7 likely not AI-generated');
  await expect.poll(focused).toMatch(/^\d% · Likely not AI-generated$/);
  await pill.press('Remove the badges');
  await tree.waitForCount(0, 'button');
});

test('what was checked is known: again on the same page, and elsewhere by its bytes @quick', async ({
  user,
  pages,
  sandbox,
}) => {
  pages.setRoutes({ ...pageOfPictures(3), '/other': pageOfPictures(3)['/'] ?? {} });
  const page = await user.visit(pages.origin);
  const pill = await user.checkPage(page);
  await pill.press('Check 3 images');
  await pill.waitForLine('3 checked: 3 likely not AI-generated');
  await (await user.checkPage(page)).waitForLine('3 images found, 3 already checked: 0 to check');
  const other = await user.checkPage(await user.visit(`${pages.origin}/other`));
  await other.press('Check 3 images');
  await other.waitForLine('3 checked: 3 likely not AI-generated');
  expect(sandbox.requests('/batch_image')).toHaveLength(1);
});

test("an address of the last day is known by its server's word, and not read again", async ({
  user,
  pages,
  sandbox,
}) => {
  const picture = (number: number) => ({ body: numberedPicture(number), type: 'image/png' });
  const tagged = (number: number) => (request: PageRequest) =>
    request.headers['if-none-match'] === `"${number}"`
      ? { status: 304 }
      : { ...picture(number), headers: { etag: `"${number}"`, 'cache-control': 'no-cache' } };
  pages.setRoutes({ ...pageOfPictures(3), '/p/0.png': tagged(0), '/p/1.png': tagged(1), '/p/2.png': tagged(2) });
  const page = await user.visit(pages.origin);
  const pill = await user.checkPage(page);
  await pill.press('Check 3 images');
  await pill.waitForLine('3 checked: 3 likely not AI-generated');
  pages.setRoutes({ '/p/1.png': tagged(7), '/p/2.png': tagged(8) });
  await page.reload();
  const before = pages.requests().length;
  const again = await user.checkPage(page);
  await again.waitForLine('3 images found, 1 already checked: 2 to check');
  const asked = pages.requests().slice(before);
  expect(asked.map(({ path, headers }) => [path, headers['if-none-match']]).sort()).toEqual([
    ['/p/0.png', '"0"'],
    ['/p/1.png', '"1"'],
    ['/p/2.png', '"2"'],
  ]);
  await again.press('Check 2 images');
  await again.waitForLine('3 checked: 3 likely not AI-generated');
  expect(sandbox.requests('/batch_image').map(({ parts }) => parts?.length)).toEqual([3, 2]);
});

test('a page that asks for it gets nothing drawn into it', async ({ user, pages, sandbox, chromium }) => {
  pages.setRoutes(pageOfPictures(2, '<meta name="CR-allow-UI-injection" content="false">'));
  const pill = await user.checkPage(await user.visit(pages.origin));
  const isAsking = `chrome.storage.session.get().then((kept) => Object.entries(kept)
    .some(([key, { state }]) => key.startsWith('page-run:') && state === 'asking'))`;
  await waitFor('the question', async () => (await evaluateInServiceWorker(chromium, isAsking)) || undefined);
  expect(await settled('the question is put where the user can see it', pill.lines)).toEqual([]);
  expect(sandbox.requests('/batch_image')).toHaveLength(0);
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
  await waitForBadges(page, 4);
  // A reused node: another picture in the same element.
  await page.evaluate("document.querySelector('#p0').src = '/new.png'");
  await waitForBadges(page, 3);
  await pill.press('Check 1 new item');
  await waitForBadges(page, 5);
  expect(sandbox.requests('/batch_image').map(({ parts }) => parts?.length)).toEqual([3, 1]);
  // Another picture by a rule for what is beside the element that changes.
  await page.evaluate("document.querySelector('#before').className = 'other'");
  await waitForBadges(page, 4);
  await page.evaluate("document.querySelector('#p1').remove()");
  await waitForBadges(page, 3);
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

test('a 429 pauses everything, with a countdown, and all goes on by itself @quick', async ({
  user,
  pages,
  sandbox,
}) => {
  pages.setRoutes(pageOfPictures(52));
  sandbox.next('/batch_image', { status: 429, headers: { 'retry-after': '3' } });
  const pill = await user.checkPage(await user.visit(pages.origin));
  await pill.press('Check 52 images');
  await pill.waitForLine(/^Request limit reached\. Continuing in [1-3] s$/);
  await pill.waitForLine('52 checked: 52 likely not AI-generated');
  const sent = sandbox.requests('/batch_image');
  expect(sent.map(({ status }) => status).filter((status) => status !== 200)).toEqual([429]);
  const answered = sent.filter(({ status }) => status === 200);
  expect(sum(answered.map(({ parts }) => parts?.length ?? 0))).toBe(52);
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
  await waitForBadges(page, 1); // Not on what is behind the dialog.
  await page.evaluate('modal.close()');
  await waitForBadges(page, 2);
  await page.evaluate('modal.showModal()');
  await pill.press('Remove the badges');
  await pill.waitUntilGone();
});

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}

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

/** Waits until there are so many badges in a page, as a screen reader finds them. */
async function waitForBadges(page: Page, count: number): Promise<void> {
  await chromiumPageTree(page).waitForCount(count, 'button', /% · Likely not AI-generated$/);
}

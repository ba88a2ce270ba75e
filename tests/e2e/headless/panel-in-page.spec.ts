import type { Page } from '@playwright/test';
import { chromiumPageTree } from '../harness/chromium-page-tree.ts';
import type { PageNode } from '../harness/page-tree.ts';
import { pageWithImage, photographPage } from '../image-pages.ts';
import { panelIn } from '../panel.ts';
import { settled } from '../settled.ts';
import { dispatchMenuEvent } from './dispatch-menu-choice.ts';
import { expect, test } from './headless-test.ts';

/** What a page's styles could do to the panel, and how its host is drawn nevertheless. */
const STYLES = [
  { name: 'darkens itself behind dialogs', css: '::backdrop { background: black; display: block !important }' },
  { name: 'is zoomed', css: 'html { zoom: 3 }' },
  { name: 'is written from right to left', css: 'html { direction: rtl }' },
  { name: 'hides what it does not know', css: 'html > :not(body), div { display: none !important; opacity: 0 }' },
];

for (const { name, css } of STYLES) {
  test(`the panel stays as it is in a page that ${name}`, async ({ user, pages }) => {
    const { body } = pageWithImage('/photo.jpg');
    pages.setRoutes({ '/': { body: `${body}<style>${css}</style>` }, '/photo.jpg': photographPage() });
    await user.signIn();
    const page = await user.visit(pages.origin);
    const panel = await user.check(page, '#image');
    await panel.waitForLine('Likely not AI-generated');
    const drawn = () =>
      page.evaluate(() => {
        const host = document.documentElement.lastElementChild;
        if (!host) throw new Error('there is no panel');
        const { direction, display, opacity } = getComputedStyle(host);
        const backdrop = getComputedStyle(host, '::backdrop').display;
        return { direction, display, opacity, backdrop, zoom: host.currentCSSZoom };
      });
    const own = { direction: 'ltr', display: 'block', opacity: '1', backdrop: 'none', zoom: 1 };
    expect(await settled('the verdict is in the panel', drawn)).toEqual(own);
  });
}

test('it is dark where the user has it so, whatever the page is @quick', async ({ user, pages }) => {
  pages.setRoutes({ '/': pageWithImage('/photo.jpg'), '/photo.jpg': photographPage() });
  const page = await user.visit(pages.origin);
  await page.emulateMedia({ colorScheme: 'dark' });
  const panel = await user.check(page, '#image');
  await panel.waitForLine('BitMind check');
  const scheme = `[...document.querySelectorAll('div')].map((host) => getComputedStyle(host).colorScheme)`;
  await expect.poll(() => page.evaluate(scheme)).toEqual(['light dark']);
});

test('a panel that was dragged stays in the window, as it grows and as the window shrinks @quick', async ({
  user,
  pages,
  sandbox,
}) => {
  pages.setRoutes({ '/': pageWithImage('/photo.jpg'), '/photo.jpg': photographPage() });
  await user.signIn();
  const page = await user.visit(pages.origin);
  const { release } = sandbox.hold('/image');
  const panel = await user.check(page, '#image');
  await panel.waitForLine('Waiting for BitMind…');
  const region = await chromiumPageTree(page).waitForRole('region', 'BitMind check');
  const { x, y, height } = await region.box();
  await page.mouse.move(x + 100, y + 20);
  await page.mouse.down();
  await page.mouse.move(5_000, 5_000);
  await page.mouse.up();
  await expect.poll(async () => (await region.box()).y).toBeGreaterThan(y);
  release();
  await panel.waitForLine('Likely not AI-generated');
  await expect.poll(async () => (await region.box()).height).toBeGreaterThan(height);
  await expect.poll(() => isInView(region, page)).toBe(true);
  await page.setViewportSize({ width: 360, height: 300 });
  await expect.poll(() => isInView(region, page)).toBe(true);
});

/** Whether all of it can be seen. */
async function isInView(node: PageNode, page: Page): Promise<boolean> {
  const { x, y, width, height } = await node.box();
  const view = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  return x >= 0 && y >= 0 && x + width <= view.width && y + height <= view.height;
}

test('a panel that hangs out of the window does not move away under the pointer that closes it', async ({
  user,
  pages,
  sandbox,
}) => {
  pages.setRoutes({ '/': pageWithImage('/photo.jpg'), '/photo.jpg': photographPage() });
  await user.signIn();
  const answer = sandbox.hold('/image');
  const page = await user.visit(pages.origin);
  const panel = await user.check(page, '#image');
  await panel.waitForLine('Waiting for BitMind…');
  await page.locator('#image').evaluate((image) => image.remove()); // From now on it stays where it is.
  await page.setViewportSize({ width: 1_280, height: 240 });
  answer.release();
  await panel.waitForLine('Uses 6 of your requests');
  const { x, y, width, height } = await (await chromiumPageTree(page).waitForRole('button', 'Close')).box();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  // A hand is slower than a frame.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await page.mouse.up();
  await panel.waitUntilGone();
});

test('the panel stands beside its image, and goes with it', async ({ user, pages }) => {
  const { body } = pageWithImage('/photo.jpg');
  const list = '<div id="list" style="height: 700px; overflow: auto"></div><p style="height: 2000px">';
  pages.setRoutes({ '/': { body: `${body}${list}` }, '/photo.jpg': photographPage() });
  const page = await user.visit(pages.origin);
  await page.evaluate(`list.innerHTML = '<p style="height: 2000px">'; list.prepend(image)`);
  await user.check(page, '#image');
  const tree = chromiumPageTree(page);
  const region = await tree.waitForRole('region', 'BitMind check');
  /** How far the panel, within its border of a pixel, is from where its image ends and begins in view, and where that is. */
  const placed = async () => {
    const image = await page.evaluate('image.getBoundingClientRect().toJSON()');
    const panel = await region.box();
    const { right, top } = image as DOMRect;
    return { beside: Math.round(panel.x - right), below: Math.round(panel.y - Math.max(top, 8)), top: Math.round(top) };
  };
  const { top } = await placed();
  for (const [moved, by] of [
    ['scrollTo(0, 30)', -30],
    ['list.scrollTo(0, 40)', -70],
    ['list.scrollTo(0, 900)', -930],
    ['list.scrollTo(0, 20)', -50],
    [`image.style.translate = '0 50px'`, 0],
    [`image.style.width = '300px'`, 0],
  ] as const) {
    await page.evaluate(moved);
    await expect.poll(placed, moved).toEqual({ beside: 9, below: 1, top: top + by });
  }
});

test('the panel of an image in a frame without room stands beside the frame', async ({ user, chromium, pages }) => {
  const frame = (src: string, size: string) => `<iframe src="${src}" ${size} style="border:0;display:block"></iframe>`;
  pages.setRoutes({
    '/': {
      body: `<!doctype html><title>A page</title>${frame('/none', 'height="50"')}
        ${frame(`${pages.otherOrigin}/outer`, 'width="420" height="300" id="outer"')}`,
    },
    '/none': { body: 'Nothing' },
    '/outer': { body: `<!doctype html>${frame(`${pages.origin}/inner`, 'width="400" height="280"')}` },
    '/inner': pageWithImage('/photo.jpg'),
    '/photo.jpg': photographPage(),
  });
  await user.signIn();
  const page = await user.visit(pages.origin);
  const inner = page.frames().find((one) => one.url().endsWith('/inner'));
  if (!inner) throw new Error('there is no frame in a frame');
  await dispatchMenuEvent(chromium, page, { srcUrl: `${pages.origin}/photo.jpg`, frame: inner });
  const region = await chromiumPageTree(page).waitForRole('region', 'BitMind check');
  const beside = async () => {
    const panel = await region.box();
    const outer = await page.evaluate('outer.getBoundingClientRect().toJSON()');
    const { right, top } = outer as DOMRect;
    return { beside: Math.round(panel.x - right), below: Math.round(panel.y - top) };
  };
  await expect.poll(beside).toEqual({ beside: 9, below: 1 });
  await page.evaluate(`outer.style.translate = '70px 30px'`);
  await expect.poll(beside).toEqual({ beside: 9, below: 1 });
  await page.keyboard.press('Escape');
  await panelIn(chromiumPageTree(page)).waitUntilGone();
  // Nor is there room beside the frame around it: then it is in the frame.
  await page.evaluate(`outer.style.cssText = 'position:fixed;inset:0;width:100%;height:100%'`);
  await dispatchMenuEvent(chromium, page, { srcUrl: `${pages.origin}/photo.jpg`, frame: inner });
  await chromiumPageTree(page).waitForRole('region', 'BitMind check');
  await expect.poll(() => inner.evaluate(`document.querySelectorAll(':popover-open').length`)).toBe(1);
});

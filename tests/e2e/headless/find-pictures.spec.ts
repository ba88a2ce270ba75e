import type { Page } from '@playwright/test';
import type { Pointed } from '../../../src/page/find/picture.ts';
import type { PageServer } from '../../fixtures/serve-pages.ts';
import { finderScript } from '../finding/finder-script.ts';
import { BACKGROUND, BOX } from '../finding/finding-case.ts';
import { ON_SCREEN_CASES, ON_SCREEN_FRAME, seenInPage } from '../finding/on-screen-cases.ts';
import { findInPage, pageOf, STAND_IN, serveCase } from '../finding/page-of-case.ts';
import { FINDING_THEMES } from '../finding/themes.ts';
import { settled } from '../settled.ts';
import { expect, test as headless } from './headless-test.ts';

const script = finderScript();

let kept: Page | undefined;

/** One tab for all, of the browser that serves the other tests: the extension in it does nothing that nobody asks for. */
const test = headless.extend<{ readonly tab: Page }>({
  tab: async ({ runningChromium }, use) => {
    if (kept === undefined || kept.isClosed()) {
      kept = await runningChromium.chromium.context.newPage();
      await kept.addInitScript(`${STAND_IN}\n${await script}`);
    }
    await use(kept);
  },
});

for (const { theme, cases } of FINDING_THEMES) {
  test(`finds ${theme}`, async ({ tab, pages }) => {
    for (const { name, body, at = '#spot', pointed, found } of cases) {
      const page = await open(tab, pages, body);
      await page.locator(at).click({ button: 'right', force: true });
      expect.soft(await findIn(page, { by: 'menu', ...pointed }), name).toEqual({ found, isCertain: true });
    }
  });
}

test('finds the file of an SVG that has a tab of its own', async ({ tab, pages }) => {
  const page = await open(tab, pages, '');
  const body = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="200" height="100"/></svg>';
  pages.setRoutes({ '/drawing.svg': { body, type: 'image/svg+xml' } });
  await page.goto(`${pages.origin}/drawing.svg`);
  await page.mouse.click(50, 50, { button: 'right' });
  expect(await findIn(page, { by: 'menu' })).toEqual({ found: ['svg /drawing.svg'], isCertain: true });
});

test('goes by no right click of before for a choice at the toolbar', async ({ tab, pages }) => {
  const page = await open(
    tab,
    pages,
    `<img id="spot" src="/a.jpg" style="${BOX}"><img id="b" src="/b.jpg" style="${BOX}">`,
  );
  await page.locator('#spot').click({ button: 'right' });
  expect(await findIn(page, { by: 'menu' })).toEqual({ found: ['spot /a.jpg'], isCertain: true });
  expect(await findIn(page, { by: 'toolbar' })).toEqual({ found: ['spot /a.jpg', 'b /b.jpg'], isCertain: false });
});

test.describe('without a recorder', () => {
  const at = (page: Page, pointed: Partial<Pointed> = {}) => findIn(page, { by: 'menu', ...pointed });

  test('finds by its address the image of which most is in view', async ({ tab, pages }) => {
    const image = (id: string) => `<img id="${id}" src="/a.jpg" style="${BOX}">`;
    const body = `${image('a')}<div style="height:40px;overflow:hidden">${image('b')}</div>`;
    const page = await open(tab, pages, `<div style="margin-top:-90px">${body}</div>`);
    expect(await at(page, { url: '/a.jpg' })).toEqual({ found: ['b /a.jpg'], isCertain: true });
  });

  test('offers what the elements of one address lie over, where that is not one picture', async ({ tab, pages }) => {
    const tile = (name: string) =>
      `<div id="${name}" style="${BOX};${BACKGROUND(name)}"><img src="/spacer.gif" style="${BOX}"></div>`;
    const layout = '<img src="/spacer.gif" style="width:9px;height:9px">';
    const page = await open(
      tab,
      pages,
      `${layout}${tile('a')}${tile('b')}<div style="height:200vh"></div>${tile('c')}`,
    );
    const found = ['a /a.jpg', 'b /b.jpg'];
    expect(await at(page, { url: '/spacer.gif' })).toEqual({ found, isCertain: false });
    await page.locator('#b').click({ button: 'right' });
    expect(await at(page, { url: '/spacer.gif' })).toEqual({ found: ['b /b.jpg'], isCertain: true });
  });

  test('finds nothing by an address that has gone', async ({ tab, pages }) => {
    const page = await open(tab, pages, `<img src="/a.jpg" style="${BOX}">`);
    expect(await at(page, { url: '/b.jpg' })).toEqual({ found: [], isCertain: true });
  });

  test('finds the image of an address in a closed shadow root', async ({ tab, pages }) => {
    const body = `<x-y id="x"></x-y><script>
      const image = x.attachShadow({ mode: 'closed' }).appendChild(new Image());
      image.id = 'a'; image.src = '/a.jpg';</script>`;
    const page = await open(tab, pages, body);
    expect(await at(page, { url: '/a.jpg' })).toEqual({ found: ['a /a.jpg'], isCertain: true });
  });

  test('offers what is in view, the largest first', async ({ tab, pages }) => {
    const body = `<img id="a" src="/a.jpg" style="width:50px;height:50px"><div id="b" style="${BOX};${BACKGROUND('b')}"></div>
      <img id="c" src="/c.jpg" style="position:absolute;top:9999px">`;
    const page = await open(tab, pages, body);
    expect(await at(page)).toEqual({ found: ['b /b.jpg', 'a /a.jpg'], isCertain: false });
  });

  test('is certain of the only one in view', async ({ tab, pages }) => {
    const page = await open(tab, pages, `<p>Words</p><img id="a" src="/a.jpg">`);
    expect(await at(page)).toEqual({ found: ['a /a.jpg'], isCertain: true });
  });
});

test.describe('by the keyboard', () => {
  const BODY = `<a id="link" href="#"><img id="a" src="/a.jpg" style="width:50px;height:50px"> and some words</a><br>
    <img id="b" src="/b.jpg" style="${BOX}"><input id="words">`;

  test('finds the image in the focused link', async ({ tab, pages }) => {
    const page = await open(tab, pages, BODY);
    await page.locator('#link').focus();
    await page.locator('#b').hover();
    expect(await findIn(page, { by: 'keyboard' })).toEqual({ found: ['a /a.jpg'], isCertain: true });
  });

  test('finds the image under the mouse when the focus is on none', async ({ tab, pages }) => {
    const page = await open(tab, pages, BODY);
    await page.locator('#words').focus();
    await page.locator('#b').hover();
    expect(await findIn(page, { by: 'keyboard' })).toEqual({ found: ['b /b.jpg'], isCertain: true });
  });

  test('finds the focused image in a closed shadow root', async ({ tab, pages }) => {
    const body = `<x-y id="x"></x-y><script>
      const image = x.attachShadow({ mode: 'closed' }).appendChild(new Image());
      image.id = 'a'; image.src = '/a.jpg'; image.tabIndex = 0; image.focus();</script>`;
    const page = await open(tab, pages, body);
    expect(await findIn(page, { by: 'keyboard' })).toEqual({ found: ['a /a.jpg'], isCertain: true });
  });

  test('finds nothing where there is nothing', async ({ tab, pages }) => {
    const page = await open(tab, pages, '<p>Words</p>');
    expect(await findIn(page, { by: 'keyboard' })).toEqual({ found: [], isCertain: true });
  });
});

test.describe('the recorder', () => {
  const IMAGE = `<img id="spot" src="/a.jpg" style="${BOX}">`;
  const OTHER = `<img id="other" src="/b.jpg" style="${BOX}">`;
  const found = { found: ['spot /a.jpg'], isCertain: true };

  test('hears of a click that the page stops', async ({ tab, pages }) => {
    const stop = `<script>for (const type of ['pointerdown', 'mousedown', 'contextmenu']) addEventListener(type, (event) => {
      event.stopImmediatePropagation(); event.preventDefault(); }, true)</script>`;
    const page = await open(tab, pages, stop + IMAGE + OTHER);
    await page.locator('#spot').click({ button: 'right' });
    expect(await findIn(page, { by: 'menu' })).toEqual(found);
  });

  test('hears of clicks after the page has written itself anew', async ({ tab, pages }) => {
    const page = await open(tab, pages, '<p>Words</p>');
    await page.evaluate((html) => {
      document.open();
      document.write(html);
      document.close();
    }, IMAGE + OTHER);
    await page.locator('#spot').click({ button: 'right' });
    expect(await findIn(page, { by: 'menu' })).toEqual(found);
  });

  test('believes no click that a script made up', async ({ tab, pages }) => {
    const page = await open(tab, pages, IMAGE + OTHER);
    await page.locator('#spot').click({ button: 'right' });
    await page.locator('#other').evaluate((other) => {
      other.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, composed: true, clientX: 9, clientY: 150 }));
    });
    expect(await findIn(page, { by: 'menu' })).toEqual(found);
  });

  test('forgets a click on what has left the page', async ({ tab, pages }) => {
    const page = await open(tab, pages, IMAGE + OTHER);
    await page.locator('#spot').click({ button: 'right' });
    await page.locator('#spot').evaluate((spot) => spot.remove());
    expect(await findIn(page, { by: 'menu' })).toEqual({ found: ['other /b.jpg'], isCertain: true });
  });

  test('knows the place when the page has scrolled', async ({ tab, pages }) => {
    const page = await open(tab, pages, `${IMAGE}<div style="height:200vh">${OTHER}</div>`);
    await page.locator('#spot').click({ button: 'right' });
    await page.evaluate(() => scrollTo(0, 30));
    expect(await findIn(page, { by: 'menu' })).toEqual(found);
  });
});

test('finds the image that was clicked in a page of 50,000 elements @quick', async ({ tab, pages }) => {
  const body = `<img id="spot" src="/a.jpg" style="${BOX}"><div id="many"></div><script>
    for (let row = 0; row < 5000; row += 1) many.append(document.createElement('div'),
      ...Array.from({ length: 9 }, () => document.createElement('span')));</script>`;
  const page = await open(tab, pages, body);
  await page.locator('#spot').click({ button: 'right' });
  for (const pointed of [{}, { url: '/a.jpg' }]) {
    expect(await findIn(page, { by: 'menu', ...pointed })).toEqual({ found: ['spot /a.jpg'], isCertain: true });
  }
});

test('of what is on the screen, what shows the picture alone is cut out @quick', async ({ tab, pages }) => {
  await open(tab, pages, '', ON_SCREEN_FRAME);
  for (const { name, body, ...expected } of ON_SCREEN_CASES) {
    await tab.setContent(pageOf(body)); // Of the same origin, and faster than a navigation.
    const inner = tab.frames()[1] ?? tab.mainFrame();
    const seen = await settled('nothing in the page moves', () => inner.evaluate(seenInPage));
    expect.soft(seen, name).toEqual(expected);
  }
});

async function open(page: Page, pages: PageServer, body: string, frame?: string): Promise<Page> {
  serveCase(pages, body, frame);
  await page.goto(pages.origin);
  return page;
}

function findIn(page: Page, pointed: Pointed): Promise<ReturnType<typeof findInPage>> {
  return settled('the page has loaded, and nothing in it moves', () => page.evaluate(findInPage, pointed));
}

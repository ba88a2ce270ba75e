import type { Page } from '@playwright/test';
import type { Finding, Pointed } from '../../../src/media/find/picture.ts';
import type { PageServer } from '../../fixtures/serve-pages.ts';
import { finderScript } from '../finder-script.ts';
import { BACKGROUND, BOX, FINDING_CASES, findInPage, STAND_IN, serveCase } from '../finding-cases.ts';
import { expect, test } from './headless-test.ts';

const script = finderScript();

for (const { name, body, at = '#spot', pointed, found } of FINDING_CASES) {
  test(`finds ${name}`, async ({ chromium, pages }) => {
    const page = await open(await chromium.context.newPage(), pages, body);
    await page.locator(at).click({ button: 'right', force: true });
    expect(await findIn(page, { by: 'menu', ...pointed })).toEqual({ found, isCertain: true });
  });
}

test.describe('without a recorder', () => {
  const at = (page: Page, pointed: Partial<Pointed> = {}) => findIn(page, { by: 'menu', ...pointed });

  test('finds by its address the image of which most is in view', async ({ chromium, pages }) => {
    const image = (id: string) => `<img id="${id}" src="/a.jpg" style="${BOX}">`;
    const body = `${image('a')}<div style="height:40px;overflow:hidden">${image('b')}</div>`;
    const page = await open(await chromium.context.newPage(), pages, `<div style="margin-top:-90px">${body}</div>`);
    expect(await at(page, { url: '/a.jpg' })).toEqual({ found: ['b /a.jpg'], isCertain: true });
  });

  test('finds nothing by an address that has gone', async ({ chromium, pages }) => {
    const page = await open(await chromium.context.newPage(), pages, `<img src="/a.jpg" style="${BOX}">`);
    expect(await at(page, { url: '/b.jpg' })).toEqual({ found: [], isCertain: true });
  });

  test('finds the image of an address in a closed shadow root', async ({ chromium, pages }) => {
    const body = `<x-y id="x"></x-y><script>
      const image = x.attachShadow({ mode: 'closed' }).appendChild(new Image());
      image.id = 'a'; image.src = '/a.jpg';</script>`;
    const page = await open(await chromium.context.newPage(), pages, body);
    expect(await at(page, { url: '/a.jpg' })).toEqual({ found: ['a /a.jpg'], isCertain: true });
  });

  test('offers what is in view, the largest first', async ({ chromium, pages }) => {
    const body = `<img id="a" src="/a.jpg" style="width:50px;height:50px"><div id="b" style="${BOX};${BACKGROUND('b')}"></div>
      <img id="c" src="/c.jpg" style="position:absolute;top:9999px">`;
    const page = await open(await chromium.context.newPage(), pages, body);
    expect(await at(page)).toEqual({ found: ['b /b.jpg', 'a /a.jpg'], isCertain: false });
  });

  test('is certain of the only one in view', async ({ chromium, pages }) => {
    const page = await open(await chromium.context.newPage(), pages, `<p>Words</p><img id="a" src="/a.jpg">`);
    expect(await at(page)).toEqual({ found: ['a /a.jpg'], isCertain: true });
  });
});

test.describe('by the keyboard', () => {
  const BODY = `<a id="link" href="#"><img id="a" src="/a.jpg" style="width:50px;height:50px"> and some words</a><br>
    <img id="b" src="/b.jpg" style="${BOX}"><input id="words">`;

  test('finds the image in the focused link', async ({ chromium, pages }) => {
    const page = await open(await chromium.context.newPage(), pages, BODY);
    await page.locator('#link').focus();
    await page.locator('#b').hover();
    expect(await findIn(page, { by: 'keyboard' })).toEqual({ found: ['a /a.jpg'], isCertain: true });
  });

  test('finds the image under the mouse when the focus is on none', async ({ chromium, pages }) => {
    const page = await open(await chromium.context.newPage(), pages, BODY);
    await page.locator('#words').focus();
    await page.locator('#b').hover();
    expect(await findIn(page, { by: 'keyboard' })).toEqual({ found: ['b /b.jpg'], isCertain: true });
  });

  test('finds the focused image in a closed shadow root', async ({ chromium, pages }) => {
    const body = `<x-y id="x"></x-y><script>
      const image = x.attachShadow({ mode: 'closed' }).appendChild(new Image());
      image.id = 'a'; image.src = '/a.jpg'; image.tabIndex = 0; image.focus();</script>`;
    const page = await open(await chromium.context.newPage(), pages, body);
    expect(await findIn(page, { by: 'keyboard' })).toEqual({ found: ['a /a.jpg'], isCertain: true });
  });

  test('finds nothing where there is nothing', async ({ chromium, pages }) => {
    const page = await open(await chromium.context.newPage(), pages, '<p>Words</p>');
    expect(await findIn(page, { by: 'keyboard' })).toEqual({ found: [], isCertain: true });
  });
});

test.describe('the recorder', () => {
  const IMAGE = `<img id="spot" src="/a.jpg" style="${BOX}">`;
  const OTHER = `<img id="other" src="/b.jpg" style="${BOX}">`;
  const found = { found: ['spot /a.jpg'], isCertain: true };

  test('hears of a click that the page stops', async ({ chromium, pages }) => {
    const stop = `<script>for (const type of ['pointerdown', 'mousedown', 'contextmenu']) addEventListener(type, (event) => {
      event.stopImmediatePropagation(); event.preventDefault(); }, true)</script>`;
    const page = await open(await chromium.context.newPage(), pages, stop + IMAGE + OTHER);
    await page.locator('#spot').click({ button: 'right' });
    expect(await findIn(page, { by: 'menu' })).toEqual(found);
  });

  test('hears of clicks after the page has written itself anew', async ({ chromium, pages }) => {
    const page = await open(await chromium.context.newPage(), pages, '<p>Words</p>');
    await page.evaluate((html) => {
      document.open();
      document.write(html);
      document.close();
    }, IMAGE + OTHER);
    await page.locator('#spot').click({ button: 'right' });
    expect(await findIn(page, { by: 'menu' })).toEqual(found);
  });

  test('believes no click that a script made up', async ({ chromium, pages }) => {
    const page = await open(await chromium.context.newPage(), pages, IMAGE + OTHER);
    await page.locator('#spot').click({ button: 'right' });
    await page.locator('#other').evaluate((other) => {
      other.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, composed: true, clientX: 9, clientY: 150 }));
    });
    expect(await findIn(page, { by: 'menu' })).toEqual(found);
  });

  test('forgets a click on what has left the page', async ({ chromium, pages }) => {
    const page = await open(await chromium.context.newPage(), pages, IMAGE + OTHER);
    await page.locator('#spot').click({ button: 'right' });
    await page.locator('#spot').evaluate((spot) => spot.remove());
    expect(await findIn(page, { by: 'menu' })).toEqual({ found: ['other /b.jpg'], isCertain: true });
  });

  test('knows the place when the page has scrolled', async ({ chromium, pages }) => {
    const page = await open(
      await chromium.context.newPage(),
      pages,
      `${IMAGE}<div style="height:200vh">${OTHER}</div>`,
    );
    await page.locator('#spot').click({ button: 'right' });
    await page.evaluate(() => scrollTo(0, 30));
    expect(await findIn(page, { by: 'menu' })).toEqual(found);
  });
});

for (const url of [undefined, '/a.jpg', '/in-shadow.jpg']) {
  test(`a page of 50,000 elements takes little time (${url ?? 'no address'})`, async ({ chromium, pages }) => {
    const body = `<img id="spot" src="/a.jpg" style="${BOX}"><div id="many"></div><script>
      for (let row = 0; row < 5000; row += 1) many.append(Object.assign(document.createElement('div'), {
        textContent: '' }), ...Array.from({ length: 9 }, () => document.createElement('span')));</script>`;
    const page = await open(await chromium.context.newPage(), pages, body);
    await page.locator('#spot').click({ button: 'right' });
    const took = await page.evaluate((address) => {
      const { findPictures } = globalThis as unknown as { findPictures: (pointed: Pointed) => Finding };
      const started = performance.now();
      findPictures({ by: 'menu', ...(address !== undefined && { url: new URL(address, location.href).href }) });
      return performance.now() - started;
    }, url);
    console.log(`50,000 elements, ${url}: ${took} ms`);
    expect(took).toBeLessThan(300); // On a busy computer; 10 to 80 ms otherwise.
  });
}

async function open(page: Page, pages: PageServer, body: string): Promise<Page> {
  serveCase(pages, body);
  await page.addInitScript(`${STAND_IN}\n${await script}`);
  await page.goto(pages.origin);
  return page;
}

function findIn(page: Page, pointed: Pointed): Promise<ReturnType<typeof findInPage>> {
  return page.evaluate(findInPage, pointed);
}

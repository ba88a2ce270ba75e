import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { FIREFOX_NAMES_PREFERENCES } from '../../fixtures/public-names.ts';
import { finderScript } from '../finding/finder-script.ts';
import { findInPage, STAND_IN, serveCase } from '../finding/page-of-case.ts';
import { FINDING_THEMES } from '../finding/themes.ts';
import { findBrowserBinary } from '../harness/browser-binary.ts';
import { settled } from '../settled.ts';
import { expect, test } from './firefox-test.ts';

// The same pages as in Chromium; no extension is needed, and one headless browser serves them all.
test.describe.configure({ mode: 'default' });

let browser: Browser;
let page: Page;

test.beforeAll(async () => {
  browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: await findBrowserBinary('firefox'),
    extraPrefsFirefox: FIREFOX_NAMES_PREFERENCES,
  });
  page = await browser.newPage();
  await page.evaluateOnNewDocument(`${STAND_IN}\n${await finderScript()}`);
});
test.afterAll(() => browser.close());

for (const { theme, cases, isAlike } of FINDING_THEMES) {
  const here = cases.filter(({ hasWebGl }, index) => !hasWebGl && (!isAlike || index % 3 === 0));
  test(`finds ${theme}`, async ({ pages }) => {
    for (const { name, body, at = '#spot', pointed, found } of here) {
      serveCase(pages, body);
      await page.goto(pages.origin);
      const place = await page.$eval(at, (element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      });
      await page.mouse.click(place.x, place.y, { button: 'right' });
      const find = () => page.evaluate(findInPage, { by: 'menu' as const, ...pointed });
      const seen = await settled('the page has loaded, and nothing in it moves', find);
      expect.soft(seen, name).toEqual({ found, isCertain: true });
    }
  });
}

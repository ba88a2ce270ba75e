import type { Page } from '@playwright/test';
import { windowQuery } from '../../../src/core/protocol/own-page-address.ts';
import { exampleResults } from '../../example-results.ts';
import { axeFaults } from '../axe-faults.ts';
import { cutOff } from '../cut-off.ts';
import { chromiumPageTree } from '../harness/chromium-page-tree.ts';
import { photographPage } from '../image-pages.ts';
import { keepResults } from '../keep-results.ts';
import { settled } from '../settled.ts';
import { countFocusable, tabStops } from '../tab-stops.ts';
import { expect, test } from './headless-test.ts';

/** A page as somebody sees 1280 pixels at 400 % (WCAG 2.2, 1.4.10). */
const REFLOW = { width: 320, height: 256 };

/** How far the middles of things in one line may lie apart, in pixels. */
const SAME_LINE = 12;

test('axe finds no fault with the pages before and after signing in', async ({ user }) => {
  const options = await user.openOwnPage('options.html');
  await options.getByRole('radio', { name: 'OAuth client with certificate' }).check();
  await options.getByRole('button', { name: 'Save and test' }).click();
  await options.getByText('Enter your client ID.').waitFor();
  expect(await axeFaults(options)).toEqual([]);
  const popup = await user.openOwnPage('popup.html');
  await popup.getByText('Not signed in').waitFor();
  expect(await axeFaults(popup)).toEqual([]);
  await user.signIn();
  await options.reload();
  await options.getByRole('button', { name: 'Sign out' }).waitFor();
  expect(await axeFaults(options)).toEqual([]);
});

test('axe finds no fault with the panel, nor with the popup that lists its checks, which fills a window of its own @quick', async ({
  user,
  chromium,
  sandbox,
}) => {
  const welcome = await pageWithOpenRoots(await chromium.context.newPage());
  await welcome.goto(`chrome-extension://${chromium.extensionId}/welcome.html`);
  await (await user.check(welcome, 'img')).waitForLine('Sign in to get a verdict');
  expect(await axeFaults(welcome)).toEqual([]);
  await user.signIn();
  await (await user.checkPrivately(welcome, 'img')).waitForLine('Don’t ask again on this site');
  expect(await axeFaults(welcome)).toEqual([]);
  sandbox.next('/image', { verdict: { isAI: true, confidence: 0.93 } });
  const panel = await user.check(welcome, 'img');
  await panel.waitForLine('AI likelihood 93%');
  await panel.pressSummary('Details');
  await panel.waitForLine('SHA-256');
  expect(await axeFaults(welcome)).toEqual([]);
  const popup = await user.openOwnPage('popup.html');
  await popup.getByText('Likely AI-generated').waitFor();
  expect(await axeFaults(popup)).toEqual([]);
  // In a window of its own it fills that.
  await popup.setViewportSize({ width: 400, height: 640 });
  await popup.goto(`${popup.url()}?${windowQuery({ isPrivate: false })}`);
  const main = () => popup.getByRole('main').boundingBox();
  await expect.poll(main).toEqual({ x: 0, y: 0, width: 400, height: 640 });
  const foot = () => popup.locator('footer').evaluate((one) => one.getBoundingClientRect().bottom);
  await expect.poll(foot).toBe(640);
});

test('axe finds no fault with the results, empty or filled, nor with any of them', async ({ user }) => {
  const results = await user.openOwnPage('results.html');
  await results.getByText('No results yet').waitFor();
  expect(await axeFaults(results)).toEqual([]);
  const examples = exampleResults(Date.now());
  await keepResults(results, examples);
  await expect(results.locator('tr[data-index]')).toHaveCount(examples.length);
  expect(await axeFaults(results)).toEqual([]);
  for (const [index, { id }] of examples.entries()) {
    const row = results.locator('tr[data-index]').nth(index);
    await row.press('Enter');
    await expect(results).toHaveURL(new RegExp(`#${id}$`));
    await results.getByRole('button', { name: 'Evidence report' }).waitFor();
    expect(await axeFaults(results, index)).toEqual([]);
    await results.keyboard.press('Escape');
    await expect(results.getByRole('dialog')).toHaveCount(0); // Until then nothing behind it takes a key.
    await expect(row).toBeFocused(); // The focus comes back a moment later, and the next Enter goes where it is.
  }
});

test('a whole check by keyboard, as a screen reader tells it @quick', async ({ user, pages, sandbox }) => {
  pages.setRoutes({
    '/': {
      body: '<!doctype html><title>A page</title><a href="#here" id="link"><img id="image" alt="A picture" src="/photo.jpg" width="400"></a>',
    },
    '/photo.jpg': photographPage(),
  });
  await user.signIn();
  const page = await user.visit(pages.origin);
  const tree = chromiumPageTree(page);
  const focused = async () => {
    const all = [
      ...(await tree.findByRole('region')),
      ...(await tree.findByRole('button')),
      ...(await tree.findByRole('DisclosureTriangle')),
    ];
    return all.find(({ isFocused }) => isFocused)?.name;
  };
  await page.locator('#link').focus();
  const answer = sandbox.hold('/image', { verdict: { isAI: true, confidence: 0.93 } });
  const panel = await user.check(page, '#image');
  await answer.arrived;
  await panel.waitForLine('Waiting for BitMind…');
  await expect.poll(focused).toBe('BitMind check');
  await page.keyboard.press('Tab');
  await expect.poll(focused).toBe('Close');
  await page.keyboard.press('Tab');
  await expect.poll(focused).toBe('Cancel');
  answer.release();
  await expect
    .poll(panel.lines)
    .toEqual([
      'BitMind check',
      'Close',
      'JPEG · 237 kB',
      'Likely AI-generated',
      'AI likelihood 93%',
      'Check again',
      'Check a part',
      'How firm is this?',
      'Uses 6 of your requests',
      'What this means',
      'What the file says',
      'Details',
      'Likely AI-generated. AI likelihood 93%',
    ]);
  // What changes by itself is announced, and nothing else.
  const announced = async () => (await tree.waitForRole('status')).text();
  await expect.poll(announced).toEqual(['Likely AI-generated. AI likelihood 93%']);
  // The button that had the focus has gone.
  await expect.poll(focused).toBe('BitMind check');
  const stops = [
    'Check again',
    'Check a part',
    'How firm is this?',
    'What this means',
    'What the file says',
    'Details',
  ];
  for (const name of ['Close', ...stops]) {
    await page.keyboard.press('Tab');
    await expect.poll(focused).toBe(name);
  }
  await page.keyboard.press('Enter');
  await panel.waitForLine('SHA-256');
  await page.keyboard.press('Escape');
  await panel.waitUntilGone();
  await expect(page.locator('#link')).toBeFocused();
});

for (const [file, title] of [
  ['options.html', 'Settings · Check with BitMind'],
  ['welcome.html', 'Welcome to Check with BitMind'],
  ['popup.html', 'Check with BitMind'],
  ['results.html', 'Results · Check with BitMind'],
] as const) {
  test(`${file} says whose it is, is gone through by Tab from top to bottom, and fits at 400 %, in forced colours and without motion @quick`, async ({
    user,
  }) => {
    const page = await user.openOwnPage(file);
    await page.getByRole('button').first().waitFor();
    await expect(page).toHaveTitle(title);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    if (file === 'results.html') await page.getByText('No results yet').waitFor();
    await expect.poll(() => countFocusable(page)).toBeGreaterThan(1);
    await expect.poll(() => page.locator('button.primary, h2 .number').evaluateAll(onGroundOfPage)).toEqual([]);
    const stops = await settled('the page shows all it knows', () => tabStops(page));
    expect(stops).toHaveLength(await countFocusable(page));
    expect(stops.filter(({ isMarked }) => !isMarked)).toEqual([]);
    expect(stops.filter(({ y }, index) => y < (stops[index - 1]?.y ?? 0) - SAME_LINE)).toEqual([]);
    const animations = () => page.evaluate(() => document.getAnimations().length);
    expect(await settled('nothing has begun to move', animations)).toBe(0);
    if (file === 'results.html') {
      await keepResults(page, exampleResults(Date.now()));
      await page.locator('tr[data-index]').first().waitFor();
    }
    if (file === 'welcome.html') await page.getByRole('button', { name: 'Ask me each time' }).click();
    await page.setViewportSize(REFLOW);
    const scrollWidth = () => page.evaluate(() => document.documentElement.scrollWidth);
    await expect.poll(scrollWidth).toBeLessThanOrEqual(REFLOW.width); // Rows are laid out anew in the next frame.
    await expect.poll(() => cutOff(page)).toEqual([]);
    if (file === 'results.html') {
      await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
      await expect.poll(() => page.locator('td .address').evaluateAll(awayFromStart)).toEqual([]);
      await page.getByRole('button', { name: 'Export' }).press('Enter');
      const item = page.getByRole('menuitem', { name: 'Export as CSV' });
      await expect(item).toBeFocused();
      await expect(item).toHaveCSS('outline-offset', '-2px'); // Beyond its edge, the next item would lie over it.
    }
  });
}

/** What stands away from where its cell begins, in a language that is written from right to left. Runs in the page. */
function awayFromStart(all: readonly Element[]): readonly string[] {
  return all
    .filter((one) => {
      const words = document.createRange();
      words.selectNodeContents(one);
      const cell = one.closest('td')?.getBoundingClientRect();
      return words.getBoundingClientRect().right < (cell?.right ?? 0) - 1;
    })
    .map((one) => one.outerHTML);
}

test('with text alone at 200 %, results lie apart, and each row holds its words', async ({ user }) => {
  const results = await user.openOwnPage('results.html');
  await results.getByText('No results yet').waitFor();
  const examples = exampleResults(Date.now());
  await keepResults(results, examples);
  const rows = results.locator('tr[data-index]');
  for (const width of [1_400, 700, 360]) {
    await results.setViewportSize({ width, height: 800 });
    await expect(rows).toHaveCount(examples.length);
    await enlargeText(results);
    await expect
      .poll(() => rows.evaluateAll((all) => all.filter((row) => row.scrollHeight > row.clientHeight + 1).length))
      .toBe(0);
    const overlapping = () =>
      rows.evaluateAll((all) => {
        const boxes = all.map((row) => row.getBoundingClientRect());
        return boxes.filter(({ top }, index) => top < (boxes[index - 1]?.bottom ?? 0) - 1);
      });
    await expect.poll(overlapping).toEqual([]);
    await results.reload();
  }
});

/** What is no more than its words on the ground of the page. Runs in the page. */
function onGroundOfPage(all: readonly Element[]): readonly string[] {
  const ground = (one: Element) => getComputedStyle(one).backgroundColor;
  return all.filter((one) => ground(one) === ground(document.body)).map((one) => one.outerHTML);
}

/** Doubles all text that is there, and nothing else, as Firefox does for those who enlarge text alone. */
async function enlargeText(page: Page): Promise<void> {
  await page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('body *')].filter((one) => one.style !== undefined);
    const sizes = all
      .map((one) => getComputedStyle(one))
      .map((style) => [style.fontSize, style.lineHeight].map(parseFloat));
    for (const [index, one] of all.entries()) {
      const [font = 0, line = 0] = sizes[index] ?? [];
      one.style.fontSize = `${font * 2}px`;
      if (line > 0) one.style.lineHeight = `${line * 2}px`;
    }
  });
}

/** Lets axe into what is ours: in the extension's own pages the panel's script runs where this one does. */
async function pageWithOpenRoots(page: Page): Promise<Page> {
  await page.addInitScript(() => {
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function attachOpen(options) {
      return attach.call(this, { ...options, mode: 'open' });
    };
  });
  return page;
}

import type { Page } from '@playwright/test';
import { readLocale, TRANSLATIONS } from '../../../scripts/locales/locale.ts';
import type { MessageKey } from '../../../src/core/i18n.ts';
import { exampleResults } from '../../example-results.ts';
import { buildInLanguage } from '../build-in-language.ts';
import { cutOff } from '../cut-off.ts';
import { launchChromium } from '../harness/chromium.ts';
import { keepResults } from '../keep-results.ts';
import { expect, test } from '../services-test.ts';

// What headless/accessibility.spec.ts holds in English: the other languages have longer words.

/** Each way in which the rows of results are laid out begins at one of these. Pixels. */
const WIDTHS = [320, 760, 1_100];

for (const language of TRANSLATIONS) {
  test(`pages of 320 px hold their words in ${language}, and so does every verdict`, async () => {
    const extensionFolder = await buildInLanguage('chrome-mv3-local', language);
    const chromium = await launchChromium({ extensionFolder });
    const words = (key: MessageKey) => readLocale(language)[key]?.message ?? '';
    const page = await chromium.context.newPage();
    await goThrough(page, `chrome-extension://${chromium.extensionId}`, words);
    await chromium.close();
  });
}

async function goThrough(page: Page, origin: string, words: (key: MessageKey) => string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`${origin}/welcome.html`);
  await page.getByRole('button', { name: words('askEachTime') }).click();
  await holdsWords(page);
  await page.goto(`${origin}/options.html`);
  await page.getByRole('button', { name: words('saveAndTest') }).waitFor();
  await holdsWords(page);
  await page.goto(`${origin}/results.html`);
  await page.locator('.empty').waitFor();
  const examples = exampleResults(Date.UTC(2099, 0, 2, 12));
  await keepResults(page, examples);
  await expect(page.locator('tr[data-index]')).toHaveCount(examples.length);
  await holdsWords(page);
  for (const width of WIDTHS.toReversed()) {
    await page.setViewportSize({ width, height: 640 });
    await expect.poll(() => page.locator('th, tr[data-index]').evaluateAll(overflowing)).toEqual([]);
  }
  for (const [index, { id }] of examples.entries()) {
    await page.locator(`tr[data-index="${index}"]`).press('Enter');
    await page.getByRole('dialog').locator('.headline').waitFor();
    await expect(page).toHaveURL(new RegExp(`#${id}$`));
    await expect.poll(() => brokenInHeadline(page)).toEqual([]);
    // A row shows the beginning of what went wrong, and how it was read; here it is whole.
    await expect.poll(() => page.getByRole('dialog').locator('.words, .words *').evaluateAll(overflowing)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
}

async function holdsWords(page: Page): Promise<void> {
  await expect.poll(() => cutOff(page)).toEqual([]);
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
}

/** What has more in it than it shows, but for words that only screen readers have, and what hangs below a meter. Runs in the page. */
function overflowing(all: readonly Element[]): readonly string[] {
  const isFull = (one: Element) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1;
  return all
    .filter((one) => one.clientWidth > 1 && !one.closest('.unseen, .meter') && isFull(one))
    .map((one) => one.outerHTML);
}

/** What of a verdict sticks out of its dialog, and the words of its headline that go on in another line. */
function brokenInHeadline(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const head = document.querySelector('.dialog-head');
    const { left = 0, right = 0 } = head?.getBoundingClientRect() ?? {};
    const parts = [...(head?.querySelectorAll('.glance *') ?? [])];
    const outside = parts.filter((one) => {
      const box = one.getBoundingClientRect();
      return one.className !== 'unseen' && (box.left < left - 1 || box.right > right + 1);
    });
    const text = head?.querySelector('.headline')?.lastChild;
    const words = [...(text?.textContent?.matchAll(/[^\s-]{2,}/g) ?? [])].filter((word) => {
      const range = document.createRange();
      if (text) range.setStart(text, word.index);
      if (text) range.setEnd(text, word.index + word[0].length);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
    });
    const isSpaced = !/^(ja|zh)/.test(document.documentElement.lang);
    return [...outside.map((one) => one.outerHTML), ...(isSpaced ? words.map(([word]) => word) : [])];
  });
}

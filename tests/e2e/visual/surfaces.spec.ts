import type { Page } from '@playwright/test';
import { readLocale, TRANSLATIONS } from '../../../scripts/locales/locale.ts';
import { exampleResults } from '../../example-results.ts';
import { expect, test } from '../headless/headless-test.ts';
import { pageWithImage, photographPage } from '../image-pages.ts';
import { keepResults } from '../keep-results.ts';
import { CHROMIUM_SAME_EVERYWHERE, SAME_EVERYWHERE } from './same-everywhere.ts';

// The main surfaces as they looked when somebody last looked at them: the pictures lie beside this file. `npm run visual` makes
// them anew; look at each before you commit it.

/** Years from now: results of that day are as young as can be, and no clean-up takes them. */
const A_DAY = Date.UTC(2099, 0, 2, 12);

test.use({
  chromiumOptions: {
    env: SAME_EVERYWHERE,
    extraFlags: CHROMIUM_SAME_EVERYWHERE,
    scale: 1,
  },
});

test.describe.configure({ mode: 'default' }); // One browser for all of them.

interface Look {
  readonly width: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
}

async function settle(page: Page, { width, height = 480, colorScheme = 'light' }: Look): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.evaluate(() =>
    document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined,
  );
}

/** One pixel in a hundred may differ: another release of the browser draws edges a little otherwise. A moved line is more. */
const TOLERANCE = { maxDiffPixelRatio: 0.01, animations: 'disabled', caret: 'hide' } as const;

test('the panel with a verdict @quick', async ({ user, pages, sandbox }) => {
  await user.signIn();
  pages.setRoutes({ '/': pageWithImage('/photo.jpg', 'width="120"'), '/photo.jpg': photographPage() });
  sandbox.next('/image', { verdict: { isAI: true, confidence: 0.93 } });
  const page = await user.visit(pages.origin);
  await settle(page, { width: 560 });
  const panel = await user.check(page, '#image');
  await panel.waitForLine('AI likelihood 93%');
  await expect(page).toHaveScreenshot('panel.png', TOLERANCE);
});

test('the popup, the results and one of them @quick', async ({ user }) => {
  const results = await user.openOwnPage('results.html');
  await expect(results.getByText('No results yet')).toBeVisible();
  await keepResults(results, exampleResults(A_DAY));
  await expect(results.locator('tr[data-index]')).toHaveCount(7);
  await settle(results, { width: 900 });
  await expect(results).toHaveScreenshot('results.png', TOLERANCE);
  await settle(results, { width: 320, colorScheme: 'dark' });
  await expect(results).toHaveScreenshot('results-narrow-dark.png', TOLERANCE);
  await settle(results, { width: 640 });
  await results.locator('tr[data-index]').first().press('Enter');
  await expect(results.getByText('What the file says')).toBeVisible();
  await settle(results, { width: 640 });
  await expect(results).toHaveScreenshot('result.png', TOLERANCE);
  const popup = await user.openOwnPage('popup.html');
  await settle(popup, { width: 360, height: 600 });
  await expect(popup.getByRole('listitem')).toHaveCount(7);
  await expect(popup.getByText('Not signed in', { exact: true })).toBeVisible();
  await expect(popup).toHaveScreenshot('popup.png', TOLERANCE);
});

test('the buttons at the foot of the popup stand in one line in every language', async ({ user }) => {
  const popup = await user.openOwnPage('popup.html');
  await settle(popup, { width: 360, height: 600 });
  const buttons = popup.locator('footer button');
  await expect(buttons).toHaveCount(3);
  const tops = (words: readonly string[]) =>
    buttons.evaluateAll((all, texts) => {
      for (const [index, button] of all.entries()) button.textContent = texts[index] ?? '';
      return new Set(all.map((button) => button.getBoundingClientRect().top)).size;
    }, words);
  for (const language of ['en', ...TRANSLATIONS]) {
    const texts = readLocale(language);
    const words = (['settings', 'allResults', 'sidePanel'] as const).map((key) => texts[key]?.message ?? '');
    await expect.poll(() => tops(words), language).toBe(1);
  }
});

test('the settings @quick', async ({ user }) => {
  const options = await user.openOwnPage('options.html');
  await expect(options.getByRole('button', { name: 'Save and test' })).toBeVisible();
  await settle(options, { width: 640, height: 2_000 });
  await expect(options).toHaveScreenshot('options.png', TOLERANCE);
});

import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { settled } from './settled.ts';

/** WCAG 2.2 AA (https://www.w3.org/TR/WCAG22/) by the tags of axe-core's rules, and what its authors hold to be good practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** How a page is looked at: each theme and each direction once, since neither changes what the other is about. */
const LOOKS = [
  { colorScheme: 'light', dir: 'ltr' },
  { colorScheme: 'dark', dir: 'rtl' },
] as const;

/**
 * What axe finds wrong with a page as it stands, in light and dark, from left to right and from right to left: a line each.
 * `turn`, for the many of one kind: only one of these looks, another with each turn.
 */
export async function axeFaults(page: Page, turn?: number): Promise<string[]> {
  await page.evaluate(axe.source);
  const found: string[] = [];
  for (const { colorScheme, dir } of turn === undefined ? LOOKS : LOOKS.filter((_, at) => at === turn % LOOKS.length)) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate((value) => {
      document.documentElement.dir = value;
    }, dir);
    const faults = await settled('the test has waited for what the page shows', () => run(page));
    found.push(...faults.map((fault) => `${colorScheme} ${dir} ${fault}`));
  }
  return found;
}

async function run(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate(
    (values): Promise<axe.AxeResults> => axe.run(document, { runOnly: { type: 'tag', values } }),
    RULES,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html}`));
}

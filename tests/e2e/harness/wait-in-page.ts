import type { Page } from 'puppeteer-core';
import { waitFor } from './wait-for.ts';

/**
 * Waits until something holds in a page of Firefox; `holds` runs there. Not Puppeteer's `waitForFunction`, which makes code of
 * text in the page: the policy of the extension's own pages forbids that in Firefox 140.
 */
export async function waitInPage(page: Page, what: string, holds: () => unknown): Promise<void> {
  await waitFor(what, async () => Boolean(await page.evaluate(holds)) || undefined);
}

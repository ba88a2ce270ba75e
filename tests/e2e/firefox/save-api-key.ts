import { ElementHandle, type Page } from 'puppeteer-core';
import { SANDBOX_API_KEY } from '../../sandbox/sandbox-credentials.ts';
import type { Firefox } from '../harness/firefox.ts';
import { waitFor } from '../harness/wait-for.ts';

/**
 * Fills the form of the options page with an API key and presses "Save and test"; by the debugger, which is faster than a keyboard.
 * Not with Puppeteer's locators, which make code of text in the page (wait-in-page.ts).
 */
export async function saveApiKey({ goToOwnPage, page }: Firefox, serviceAddress: string): Promise<void> {
  await goToOwnPage('options.html');
  await (await waitForWords(page, 'label', 'API key')).click();
  for (const [field, value] of [
    ['#apiKey', SANDBOX_API_KEY],
    ['#serviceAddress', serviceAddress],
  ] as const)
    await page.$eval(field, fill, value);
  await (await waitForWords(page, 'button', 'Save and test')).click();
}

/** The first such element with these words, once it is there. */
function waitForWords(page: Page, element: 'label' | 'button', words: string): Promise<ElementHandle<Element>> {
  return waitFor(`${element} "${words}"`, async () => {
    const find = (name: string, wanted: string) =>
      [...document.querySelectorAll(name)].find(({ textContent }) => textContent.trim() === wanted);
    const handle = await page.evaluateHandle(find, element, words);
    return handle instanceof ElementHandle ? handle : undefined;
  });
}

/** Runs in the page. */
function fill(field: Element, value: string): void {
  if (!(field instanceof HTMLInputElement)) throw new Error('no field');
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

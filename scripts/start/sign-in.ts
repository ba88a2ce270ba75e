import type { Page } from 'puppeteer-core';
import { SANDBOX_API_KEY } from '../../tests/sandbox/sandbox-credentials.ts';

/** Signs in to a sandbox on the options page, as a person does. */
export async function signIn(page: Page, options: string, serviceAddress: string): Promise<void> {
  await page.goto(options);
  await page.locator('::-p-aria([name="API key"][role="radio"])').click();
  await page.locator('::-p-aria([name="API key"][role="textbox"])').fill(SANDBOX_API_KEY);
  await page.locator('::-p-aria([name="Service address"][role="textbox"])').fill(serviceAddress);
  await page.locator('::-p-aria([name="Save and test"][role="button"])').click();
  await page.locator('::-p-text(Connected.)').wait();
}

import type { Page } from 'puppeteer-core';
import { SANDBOX_API_KEY } from '../../tests/sandbox/sandbox-credentials.ts';

/** Signs in to a sandbox on the options page, as a person does; without names from the accessibility tree, which Firefox's debugger does not find. */
export async function signIn(page: Page, options: string, serviceAddress: string): Promise<void> {
  // Firefox tells of no load event of an extension's page.
  await page.goto(options, { waitUntil: 'networkidle0' });
  await page.locator('::-p-xpath(//label[normalize-space()="API key"]/input[@type="radio"])').click();
  await page.locator('#apiKey').fill(SANDBOX_API_KEY);
  await page.locator('#serviceAddress').fill(serviceAddress);
  await page.locator('::-p-xpath(//button[normalize-space()="Save and test"])').click();
  await page.locator('::-p-text(Connected.)').wait();
}

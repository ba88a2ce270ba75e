import { SANDBOX_API_KEY } from '../../sandbox/sandbox-credentials.ts';
import type { Firefox } from '../harness/firefox.ts';

/** Fills the form of the options page with an API key and presses "Save and test"; by the debugger, which is faster than a keyboard. */
export async function saveApiKey({ goToOwnPage, page }: Firefox, serviceAddress: string): Promise<void> {
  await goToOwnPage('options.html');
  await page.locator('::-p-text(API key)').click();
  await page.locator('#apiKey').fill(SANDBOX_API_KEY);
  await page.locator('#serviceAddress').fill(serviceAddress);
  await page.locator('::-p-text(Save and test)').click();
}

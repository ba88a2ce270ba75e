import { expect, type Page } from '@playwright/test';

/** Has BitMind asked each time, also about bytes that it has judged before. `options` is the options page. */
export async function askAlways(options: Page): Promise<void> {
  const days = options.getByLabel('Reuse a verdict for the same file for');
  await days.fill('0');
  await days.blur();
  const kept = `chrome.storage.local.get('settings').then(({ settings }) => settings?.reuseDays)`;
  await expect.poll(() => options.evaluate(kept)).toBe(0);
}

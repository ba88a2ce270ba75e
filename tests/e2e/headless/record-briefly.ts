import { expect } from '@playwright/test';
import type { User } from './headless-test.ts';

/** The shortest recording that can be chosen, in seconds. */
const BRIEF_SECONDS = 3;

/** Signs in, and chooses the shortest recording of videos without a file. */
export async function recordBriefly(user: User): Promise<void> {
  await user.signIn();
  const options = await user.openOwnPage('options.html');
  const seconds = options.getByLabel('Seconds to record when a video has no file');
  await seconds.fill(String(BRIEF_SECONDS));
  await seconds.blur();
  const kept = `chrome.storage.local.get('settings').then(({ settings }) => settings?.clipSeconds)`;
  await expect.poll(() => options.evaluate(kept)).toBe(BRIEF_SECONDS);
  await options.close();
}

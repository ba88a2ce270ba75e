import { expect } from '@playwright/test';

/** The shortest recording that can be chosen, in seconds. */
const BRIEF_SECONDS = 3;

/** What is needed of the options page, in either browser's driver. */
interface OptionsPage {
  evaluate(expression: string): Promise<unknown>;
}

/** Chooses the shortest recording of videos without a file on the options page, and waits until that is stored. */
export async function recordBriefly(options: OptionsPage): Promise<void> {
  const change = `(() => {
    const field = document.querySelector('[aria-describedby=clipSeconds-status]');
    if (field) field.value = '${BRIEF_SECONDS}';
    return field?.dispatchEvent(new Event('change', { bubbles: true }));
  })()`;
  await expect.poll(() => options.evaluate(change)).toBe(true);
  const kept = `(globalThis.browser ?? chrome).storage.local.get('settings').then(({ settings }) => settings?.clipSeconds)`;
  await expect.poll(() => options.evaluate(kept)).toBe(BRIEF_SECONDS);
}

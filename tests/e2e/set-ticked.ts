import { expect, type Locator } from '@playwright/test';

/**
 * Ticks a box or takes that away, once it can be clicked: until the settings are read, a box of them is disabled and not ticked, and
 * Playwright takes that for what was to be done.
 */
export async function setTicked(box: Locator, isTicked: boolean): Promise<void> {
  await expect(box).toBeEnabled();
  await box.setChecked(isTicked);
}

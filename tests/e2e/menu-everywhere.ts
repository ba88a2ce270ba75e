import { expect } from '@playwright/test';
import type { Desktop } from './harness/desktop.ts';
import type { Point } from './harness/geometry.ts';
import { openContextMenu } from './harness/native-menu.ts';
import { waitFor } from './harness/wait-for.ts';

/** The name of the option. */
export const MENU_EVERYWHERE = 'Also show the menu item where no image is detected';

/** What is needed of the options page, in either browser's driver. */
interface OptionsPage {
  evaluate(expression: string): Promise<unknown>;
}

/** Waits until the option is stored as it was just set: a page that is left while it is writing may not come to its end. */
export async function menuEverywhereStored(options: OptionsPage, isOn = true): Promise<void> {
  const stored = `(globalThis.browser ?? chrome).storage.local.get('settings')
    .then(({ settings }) => settings?.isMenuEverywhere === true)`;
  await expect.poll(() => options.evaluate(stored)).toBe(isOn);
}

/** The same, and until the browser's menu is by it, which hears of it from the background; `spot` is on words of the page. */
export async function menuEverywhereShown(
  options: OptionsPage,
  { desktop, spot, isOn = true }: { desktop: Desktop; spot: Point; isOn?: boolean },
): Promise<void> {
  await menuEverywhereStored(options, isOn);
  let items: readonly string[] = [];
  const isShown = async () => {
    const menu = await openContextMenu(desktop, spot);
    await menu.dismiss();
    items = menu.items;
    return items.includes('Check with BitMind') === isOn || undefined;
  };
  await waitFor(`a menu ${isOn ? 'with' : 'without'} the item`, isShown, { seen: () => items.join(', ') });
}

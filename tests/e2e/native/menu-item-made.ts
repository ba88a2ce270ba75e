import type { Chromium } from '../harness/chromium.ts';
import { evaluateInServiceWorker } from '../harness/service-worker.ts';
import { waitFor } from '../harness/wait-for.ts';

/** Waits until the extension has put its item into the menus, as it does once after its installation. */
export async function menuItemMade(chromium: Chromium): Promise<void> {
  const isThere = `chrome.contextMenus.update('check-media', {}).then(() => true, () => false)`;
  await waitFor('the menu item', async () => (await evaluateInServiceWorker(chromium, isThere)) || undefined);
}

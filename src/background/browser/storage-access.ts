import { browser } from '../../core/browser/browser.ts';

/**
 * Closes `storage.local` to content scripts; they may read it until this has run, so it runs at each start.
 * Firefox has `setAccessLevel` only where it was added to `storage.local`; without it nothing but this extension's own
 * code runs in its content scripts, and none of that code reads storage.
 */
export async function keepStorageFromPages(): Promise<void> {
  await browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

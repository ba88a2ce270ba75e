import { browser } from './browser.ts';

/** Calls back once, right after the extension was installed; not after an update. Must be called while the background starts. */
export function onInstalled(listener: () => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') listener();
  });
}

import { browser } from '../../core/browser/browser.ts';

/**
 * Calls back once, right after somebody has installed the extension in this browser: not after an update, and not where
 * an administrator installed it for everybody. Must be called while the background starts.
 */
export function onInstalledByUser(listener: () => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason !== 'install') return;
    void browser.management.getSelf().then(({ installType }) => installType !== 'admin' && listener());
  });
}

import { browser } from '../../core/browser/browser.ts';
import { sitePattern } from '../../core/browser/site-access.ts';

/** Whether the extension may read from an origin. */
export function hasSiteAccess(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [sitePattern(origin)] });
}

/** Calls back whenever the user has granted a site, by whatever way. Must be called while the background starts. */
export function onSiteAccessGranted(listener: () => void): void {
  browser.permissions.onAdded.addListener(listener);
}

import { browser } from './browser.ts';

const ALL_SITES = '<all_urls>';

/** The match pattern for an origin. Patterns have no port. */
function sitePattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** Whether the extension may read from an origin. */
export function hasSiteAccess(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [sitePattern(origin)] });
}

/** Asks the user, by the browser's own prompt. Must be called within a user's gesture, before any `await`. */
export function requestSiteAccess(origin: string): Promise<boolean> {
  return browser.permissions.request({ origins: [sitePattern(origin)] });
}

/** Asks for all sites. Must be called within a user's gesture, before any `await`. */
export function requestAllSites(): Promise<boolean> {
  return browser.permissions.request({ origins: [ALL_SITES] });
}

/** Calls back whenever the user has granted a site, by whatever way. Must be called while the background starts. */
export function onSiteAccessGranted(listener: () => void): void {
  browser.permissions.onAdded.addListener(listener);
}

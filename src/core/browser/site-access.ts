import { browser } from './browser.ts';

/** The match pattern of all sites. */
export const ALL_SITES = '<all_urls>';

/** The match pattern for an origin. Patterns have no port. */
export function sitePattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** Asks the user for origins, by the browser's own prompt. Must be called within a user's gesture, before any `await`. */
export function requestSites(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: origins.map(sitePattern) });
}

/** Asks for all sites. Must be called within a user's gesture, before any `await`. */
export function requestAllSites(): Promise<boolean> {
  return browser.permissions.request({ origins: [ALL_SITES] });
}

/** The sites the user has granted, as match patterns. The service's own host, which the manifest names, is not among them. */
export async function grantedSites(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const { host_permissions: required = [] } = browser.runtime.getManifest();
  return origins.filter((site) => !required.includes(site));
}

/** Whether all sites are granted. */
export async function hasAllSites(): Promise<boolean> {
  return browser.permissions.contains({ origins: [ALL_SITES] });
}

/** Calls back when sites were granted or taken back; gives the way to stop. */
export function onSiteAccessChanged(listener: () => void): () => void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
  return () => {
    browser.permissions.onAdded.removeListener(listener);
    browser.permissions.onRemoved.removeListener(listener);
  };
}

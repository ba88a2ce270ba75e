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

/** Asks for several. Must be called within a user's gesture, before any `await`. */
export function requestSites(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: origins.map(sitePattern) });
}

/** Asks for all sites. Must be called within a user's gesture, before any `await`. */
export function requestAllSites(): Promise<boolean> {
  return browser.permissions.request({ origins: [ALL_SITES] });
}

/** Calls back whenever the user has granted a site, by whatever way. Must be called while the background starts. */
export function onSiteAccessGranted(listener: () => void): void {
  browser.permissions.onAdded.addListener(listener);
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

/** Takes back what `grantedSites` gave. */
export async function removeSite(site: string): Promise<void> {
  await browser.permissions.remove({ origins: [site] });
}

/**
 * Takes back all sites, and leaves those that were granted one by one. Chromium (156) takes every other origin along, that of
 * the service too, so it is asked for them again, with its prompt. Call it within a user's gesture.
 */
export async function removeAllSites(): Promise<void> {
  const { origins: before = [] } = await browser.permissions.getAll();
  await removeSite(ALL_SITES);
  const { origins: left = [] } = await browser.permissions.getAll();
  const lost = before.filter((site) => site !== ALL_SITES && !left.includes(site));
  if (lost.length > 0) await browser.permissions.request({ origins: lost });
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

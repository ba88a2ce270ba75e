import { browser } from '../../core/browser/browser.ts';
import { ALL_SITES } from '../../core/browser/site-access.ts';

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

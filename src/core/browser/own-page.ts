import { browser } from './browser.ts';

/** Whether this script runs in one of the extension's own pages, not in a page of the web. */
export function isOwnPage(): boolean {
  return browser.runtime.getURL('/').startsWith(location.origin);
}

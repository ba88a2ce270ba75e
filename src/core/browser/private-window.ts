import { browser } from './browser.ts';

/** Whether this page of the extension's own belongs to a private window. */
export function isPrivateWindow(): boolean {
  return browser.extension.inIncognitoContext;
}

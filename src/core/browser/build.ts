import { browser } from './browser.ts';

/** The version in the manifest. */
export function extensionVersion(): string {
  return browser.runtime.getManifest().version;
}

/** What runs here: the extension's version, and what the browser says it is. */
export function build(): { readonly version: string; readonly browser: string } {
  return { version: extensionVersion(), browser: navigator.userAgent };
}

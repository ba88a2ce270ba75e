import { extensionVersion } from './extension-version.ts';

/** What runs here: the extension's version, and what the browser says it is. */
export function build(): { readonly version: string; readonly browser: string } {
  return { version: extensionVersion(), browser: navigator.userAgent };
}

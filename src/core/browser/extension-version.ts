import { browser } from './browser.ts';

/** The version in the manifest. */
export function extensionVersion(): string {
  return browser.runtime.getManifest().version;
}

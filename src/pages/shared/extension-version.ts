import { browser } from '../../core/browser/browser.ts';

/** The version in the manifest. */
export function extensionVersion(): string {
  return browser.runtime.getManifest().version;
}

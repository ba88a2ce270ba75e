import { browser } from './browser.ts';

/** Whether this script still belongs to the extension that runs: after an update, its old scripts in pages do not. */
export function hasRuntime(): boolean {
  return browser.runtime?.id !== undefined;
}

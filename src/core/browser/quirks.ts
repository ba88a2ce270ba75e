import { browser } from './browser.ts';

// Where browsers differ and several rooms must know it; other differences stand where they count. What was measured is in
// docs/browser-facts.md.

/**
 * Whether a user's click in the page's panel still counts as a gesture where its message arrives, so that
 * `permissions.request` may be called there. Chromium 156: yes. Firefox 153: no (w3c/webextensions#919), so the question
 * is put again in a window of the extension's own.
 */
export const GESTURE_TRAVELS_IN_MESSAGES = !import.meta.env.FIREFOX;

/** Whether this script still belongs to the extension that runs: after an update, its old scripts in pages do not. */
export function hasRuntime(): boolean {
  return browser.runtime?.id !== undefined;
}

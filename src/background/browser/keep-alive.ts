import { browser } from '../../core/browser/browser.ts';

/** Chromium ends a service worker after 30 s without an event or an API call; this is well within. Milliseconds. */
const INTERVAL_MS = 20_000;

/** Keeps the background from being ended for idleness while work goes on, until the returned function is called. */
export function keepAlive(): () => void {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), INTERVAL_MS);
  return () => clearInterval(timer);
}

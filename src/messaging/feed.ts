import { browser } from '../platform/browser.ts';
import { hasRuntime } from '../platform/has-runtime.ts';
import { type ProvenSender, proveSender } from './sender.ts';

/** One open feed, as the background sees it. */
export interface OpenFeed {
  readonly name: string;
  readonly sender: ProvenSender;
  post(state: unknown): void;
  /** Runs when the other end has gone. */
  onClose(listener: () => void): void;
}

/** Serves a feed, if it is one of its own; false: another does. */
export type ServeFeed = (feed: OpenFeed) => boolean;

/** Calls back, one after the other until one serves it, for every feed that a proven sender opens; all others are cut. */
export function serveFeeds(...servers: readonly ServeFeed[]): void {
  browser.runtime.onConnect.addListener((port) => {
    const sender = proveSender(port.sender);
    if (!sender) return port.disconnect();
    const feed: OpenFeed = {
      name: port.name,
      sender,
      post: (state) => port.postMessage(state),
      onClose: (listener) => port.onDisconnect.addListener(listener),
    };
    if (!servers.some((serve) => serve(feed))) port.disconnect();
  });
}

/** A feed speaks as soon as it is opened. One that is silent for so long was lost on its way, as messages are. Milliseconds. */
const SILENCE_LIMIT_MS = 5_000;

/** How often a feed that never spoke is opened again. */
const MAX_REOPENED = 3;

/**
 * Follows a feed of the background for as long as `signal` is not aborted. When the background ends (Chromium stops
 * service workers at will) the feed is opened again, which starts it anew.
 */
export function followFeed<T>(name: string, onState: (state: T) => void, signal: AbortSignal, reopened = 0): void {
  const port = browser.runtime.connect({ name });
  let hasSpoken = false;
  const silence = setTimeout(() => {
    if (signal.aborted || reopened === MAX_REOPENED || !hasRuntime()) return;
    port.disconnect();
    followFeed(name, onState, signal, reopened + 1);
  }, SILENCE_LIMIT_MS);
  port.onMessage.addListener((state: T) => {
    clearTimeout(silence);
    hasSpoken = true;
    if (!signal.aborted) onState(state);
  });
  port.onDisconnect.addListener(() => {
    clearTimeout(silence);
    // A feed that ended without a word was refused; after an extension's update its old pages have no runtime id.
    if (hasSpoken && !signal.aborted && hasRuntime()) followFeed(name, onState, signal);
  });
  signal.addEventListener('abort', () => port.disconnect(), { once: true });
}

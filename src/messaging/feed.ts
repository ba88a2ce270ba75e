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

/** How a feed is followed. */
export interface FeedListener<T> {
  onState(state: T): void;
  /** The extension was reloaded or updated: this script belongs to the one that has gone, and hears nothing any more. */
  onLost?(): void;
}

/**
 * Follows a feed of the background for as long as `signal` is not aborted. When the background ends (Chromium stops
 * service workers at will) the feed is opened again, which starts it anew.
 */
export function followFeed<T>(name: string, listener: FeedListener<T>, signal: AbortSignal, reopened = 0): void {
  const port = browser.runtime.connect({ name });
  let hasSpoken = false;
  const followAnew = (times?: number) => {
    clearInterval(watch);
    followFeed(name, listener, signal, times);
  };
  const watch = setInterval(() => {
    // A script whose extension was reloaded is not always told of it, but has no runtime id any more (Chromium 156).
    if (!hasRuntime()) {
      clearInterval(watch);
      listener.onLost?.();
    } else if (!hasSpoken && reopened < MAX_REOPENED) {
      port.disconnect();
      followAnew(reopened + 1);
    }
  }, SILENCE_LIMIT_MS);
  port.onMessage.addListener((state: T) => {
    hasSpoken = true;
    if (!signal.aborted) listener.onState(state);
  });
  port.onDisconnect.addListener(() => {
    if (!hasSpoken)
      clearInterval(watch); // It was refused.
    else if (!signal.aborted && hasRuntime()) followAnew();
  });
  const leave = () => {
    clearInterval(watch);
    if (hasRuntime()) port.disconnect();
  };
  signal.addEventListener('abort', leave, { once: true });
}

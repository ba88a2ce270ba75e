import { browser } from '../../core/browser/browser.ts';
import { type ProvenSender, proveSender } from './prove-sender.ts';

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

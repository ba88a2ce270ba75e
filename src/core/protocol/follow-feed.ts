import { browser } from '../browser/browser.ts';
import { hasRuntime } from '../browser/quirks.ts';

/** How often it is looked at whether the extension and the feed are there, in milliseconds. */
const LOOK_EVERY_MS = 1_000;

/** A feed speaks as soon as it is opened. One that is silent for so many looks was lost on its way, as messages are. */
const SILENT_LOOKS = 5;

/** How often a feed that never spoke is opened again. */
const MAX_REOPENED = 3;

/** How a feed is followed. */
export interface FeedListener<T> {
  onState(state: T): void;
  /**
   * Nothing comes: the extension was reloaded or updated, and this script belongs to the one that has gone; or the background
   * does not speak. Should it do so after all, it is heard.
   */
  onLost?(): void;
}

/**
 * Follows a feed of the background for as long as `signal` is not aborted. When the background ends (Chromium stops
 * service workers at will) the feed is opened again, which starts it anew.
 */
export function followFeed<T>(name: string, listener: FeedListener<T>, signal: AbortSignal): void {
  let reopened = 0;
  let isGivenUp = false;
  let current = open();

  /** One connection, and what it has come to. */
  function open() {
    const port = browser.runtime.connect({ name });
    const connection = { port, hasSpoken: false, isClosed: false, looks: 0 };
    port.onMessage.addListener((state: T) => {
      connection.hasSpoken = true;
      reopened = 0;
      isGivenUp = false;
      if (!signal.aborted) listener.onState(state);
    });
    port.onDisconnect.addListener(() => {
      connection.isClosed = true;
      // One that never spoke was refused, or its background ended at once: it is opened again at the next look.
      if (connection.hasSpoken && !signal.aborted && hasRuntime()) current = open();
    });
    return connection;
  }

  function look(): void {
    current.looks += 1;
    // A script whose extension was reloaded is not always told of it, but has no runtime id any more (Chromium 156).
    if (!hasRuntime()) {
      clearInterval(watch);
      listener.onLost?.();
      return;
    }
    const isSilent = !current.hasSpoken && current.looks >= SILENT_LOOKS;
    if (isGivenUp || (!current.isClosed && !isSilent)) return;
    if (reopened >= MAX_REOPENED) {
      isGivenUp = true;
      listener.onLost?.();
      return;
    }
    current.port.disconnect();
    reopened += 1;
    current = open();
  }

  const watch = setInterval(look, LOOK_EVERY_MS);
  // Of a page that was left and has come back as it was, every connection has ended, and neither browser tells it.
  const onShown = ({ persisted }: PageTransitionEvent) => {
    if (persisted) current.isClosed = true;
  };
  addEventListener('pageshow', onShown, { signal });
  const leave = () => {
    clearInterval(watch);
    if (hasRuntime()) current.port.disconnect();
  };
  signal.addEventListener('abort', leave, { once: true });
}

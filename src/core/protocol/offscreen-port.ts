import { type Browser, browser } from '../browser/browser.ts';
import type { ToOffscreen } from './protocol.ts';

/** Sends a message to the offscreen document, which must be open. No answer says that it could not do what was asked. */
export function sendToOffscreen<Type extends keyof ToOffscreen>(
  type: Type,
  request: ToOffscreen[Type]['request'],
): Promise<ToOffscreen[Type]['answer'] | undefined> {
  return browser.runtime.sendMessage({ type, request });
}

/** A port that was announced comes at once, on a busy machine too; one whose background ended meanwhile never does. Milliseconds. */
const COMES_WITHIN_MS = 60_000;

/** Serves a port whose name begins in a certain way. */
export interface PortServer {
  readonly prefix: string;
  serve(port: Browser.runtime.Port): void;
}

/**
 * Opens a port to the offscreen document; it is told first. Undefined where there is no document that would take it. A document that listened to `onConnect` all the
 * time would hold the ports of pages open together with the background, and they would not hear of its end (Chromium 156).
 */
export async function connectToOffscreen(name: string): Promise<Browser.runtime.Port | undefined> {
  // It is rejected where nobody listens: the document has gone, or is not loaded yet.
  const isExpected = await sendToOffscreen('expectPort', { name }).catch(() => false);
  return isExpected ? browser.runtime.connect({ name }) : undefined;
}

/** What the offscreen document does when it is told of a port: it takes that one, from the background, and no other. */
export function acceptPorts(servers: readonly PortServer[]) {
  const expected = new Map<string, () => void>();
  return ({ name }: ToOffscreen['expectPort']['request']): boolean => {
    const server = servers.find(({ prefix }) => name.startsWith(prefix));
    if (!server) return false;
    const accept = (port: Browser.runtime.Port) => {
      // The background alone is heard: pages, and the panels in them, have a tab.
      if (port.name !== name || port.sender?.id !== browser.runtime.id || port.sender.tab) return;
      stop();
      server.serve(port);
    };
    expected.get(name)?.(); // Of a background that ended before it opened it.
    expected.set(name, stop);
    const timer = setTimeout(stop, COMES_WITHIN_MS);
    browser.runtime.onConnect.addListener(accept);
    return true;

    function stop(): void {
      clearTimeout(timer);
      expected.delete(name);
      browser.runtime.onConnect.removeListener(accept);
    }
  };
}

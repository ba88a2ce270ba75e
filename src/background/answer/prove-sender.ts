import { type Browser, browser } from '../../core/browser/browser.ts';
import type { Sender } from '../../core/protocol/to-background.ts';

/** A sender as the browser stamped it; nothing of it is the message's own word. */
export type ProvenSender =
  | { readonly kind: 'extension-page' & Sender }
  | {
      readonly kind: 'panel' & Sender;
      readonly tabId: number;
      readonly frameId: number;
      /** The origin of the frame's document now; undefined for what has none of the web, or was not told. */
      readonly origin: string | undefined;
    };

/** Who sent a message or opened a port; undefined for anyone the protocol does not know. */
export function proveSender(sender: Browser.runtime.MessageSender | undefined): ProvenSender | undefined {
  if (!sender || sender.id !== browser.runtime.id) return undefined;
  // A page cannot forge `url`: the browser writes it. A frame of an extension's page inside a web page cannot exist:
  // nothing is web-accessible.
  if (sender.url?.startsWith(browser.runtime.getURL('/'))) return { kind: 'extension-page' };
  if (sender.tab?.id !== undefined && sender.frameId !== undefined) {
    return { kind: 'panel', tabId: sender.tab.id, frameId: sender.frameId, origin: webOrigin(sender.url) };
  }
  return undefined;
}

/** The origin of an address of the web. A page can make its own 2 MB long: it is not parsed for each view that is posted. */
export function webOrigin(address: string | undefined): string | undefined {
  const url = URL.parse(address ?? '');
  return url && /^https?:$/.test(url.protocol) ? url.origin : undefined;
}

import { browser } from '../../core/browser/browser.ts';
import type { ToOffscreen } from '../../core/protocol/protocol.ts';

/** Sends a message to the offscreen document, which must be open. No answer says that it could not do what was asked. */
export function sendToOffscreen<Type extends keyof ToOffscreen>(
  type: Type,
  request: ToOffscreen[Type]['request'],
): Promise<ToOffscreen[Type]['answer'] | undefined> {
  return browser.runtime.sendMessage({ type, request });
}

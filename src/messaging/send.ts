import { AppError } from '../errors/app-error.ts';
import { browser } from '../platform/browser.ts';
import type { ToBackground, ToClipScript, ToOffscreen, ToPage, ToPageCheckScript, Wire } from './protocol.ts';

/** Sends a message to the background; throws the AppError it answers with. */
export async function sendToBackground<Type extends keyof ToBackground>(
  type: Type,
  request: ToBackground[Type]['request'],
): Promise<ToBackground[Type]['answer']> {
  const answer: Wire<ToBackground[Type]['answer']> = await browser.runtime.sendMessage({ type, request });
  if (!answer.ok) throw new AppError(answer.error);
  return answer.value;
}

/** Every message to our scripts in a frame. */
type ToFrame = ToPage & ToClipScript & ToPageCheckScript;

/** Sends a message to a script of ours in one frame; rejects when there is none. */
export function sendToPage<Type extends keyof ToFrame>(
  target: { readonly tabId: number; readonly frameId: number },
  type: Type,
  request: ToFrame[Type]['request'],
): Promise<ToFrame[Type]['answer']> {
  return browser.tabs.sendMessage(target.tabId, { type, request }, { frameId: target.frameId });
}

/** Sends a message to the offscreen document, which must be open. No answer says that it could not do what was asked. */
export function sendToOffscreen<Type extends keyof ToOffscreen>(
  type: Type,
  request: ToOffscreen[Type]['request'],
): Promise<ToOffscreen[Type]['answer'] | undefined> {
  return browser.runtime.sendMessage({ type, request });
}

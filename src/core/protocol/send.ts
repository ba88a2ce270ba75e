import { browser } from '../browser/browser.ts';
import { within } from '../browser/within.ts';
import { AppError } from '../errors/app-error.ts';
import type { ToClipScript, ToOffscreen, ToPage, ToPageCheckScript, Wire } from './protocol.ts';
import type { ToBackground } from './to-background.ts';
import { untilAnswered } from './until-answered.ts';

/** How often a message is sent again that came to nothing. */
const REPEATS = 2;

/** What comes to something else when it is done twice: a second check or window, or a prompt without the click it needs. */
const NOT_REPEATED: readonly (keyof ToBackground)[] = [
  'answerAccess',
  'allowForPage',
  'checkPicture',
  'checkFile',
  'agreeToSend',
  'countPage',
  'checkNewMedia',
  'retryPageRun',
  'checkAgain',
  'openResults',
  'openPopup',
  'openPopupWindow',
];

/** Sends a message to the background; throws the AppError it answers with, and `background-ended` when it cannot answer. */
export async function sendToBackground<Type extends keyof ToBackground>(
  type: Type,
  request: ToBackground[Type]['request'],
): Promise<ToBackground[Type]['answer']> {
  const messageId = Math.random().toString(36).slice(2); // No secret, and `crypto.randomUUID` is not there in pages without TLS.
  const post = <Asked extends keyof ToBackground>(
    type: Asked,
    request: ToBackground[Asked]['request'],
  ): Promise<Wire<ToBackground[Asked]['answer']>> => browser.runtime.sendMessage({ type, request, messageId });
  const answer = await untilAnswered({
    send: () => post(type, request),
    isInHand: async () => {
      const asked = await post('isInHand', { messageId });
      return asked.ok && asked.value;
    },
    repeats: NOT_REPEATED.includes(type) ? 0 : REPEATS,
  });
  if (!answer.ok) throw new AppError(answer.error);
  return answer.value;
}

/** A frame that works answers well within this, in milliseconds. */
const FRAME_LIMIT_MS = 1_000;

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

/**
 * Sends a message to frames, and waits for all of them, if not long for one that hangs. One that has gone, or has no script of
 * ours, has nothing to do.
 */
export async function tellFrames<Type extends keyof ToFrame>(
  tabId: number,
  frameIds: Iterable<number>,
  type: Type,
  request: ToFrame[Type]['request'],
): Promise<void> {
  const told = [...frameIds].map((frameId) => sendToPage({ tabId, frameId }, type, request).catch(() => undefined));
  await within(FRAME_LIMIT_MS, Promise.all(told));
}

/** Sends a message to the offscreen document, which must be open. No answer says that it could not do what was asked. */
export function sendToOffscreen<Type extends keyof ToOffscreen>(
  type: Type,
  request: ToOffscreen[Type]['request'],
): Promise<ToOffscreen[Type]['answer'] | undefined> {
  return browser.runtime.sendMessage({ type, request });
}

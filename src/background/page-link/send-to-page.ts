import { browser } from '../../core/browser/browser.ts';
import type {
  ToClipScript,
  ToPage,
  ToPageCheckScript,
  ToPanelScript,
  ToShowMediaScript,
} from '../../core/protocol/protocol.ts';
import { within } from '../within.ts';

/** A frame that works answers well within this, in milliseconds. */
const FRAME_LIMIT_MS = 1_000;

/** Every message to our scripts in a frame. */
export type ToFrame = ToPage & ToPanelScript & ToClipScript & ToPageCheckScript & ToShowMediaScript;

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

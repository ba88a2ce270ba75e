import { browser } from '../browser/browser.ts';
import { AppError } from '../errors/app-error.ts';
import type { Wire } from './protocol.ts';
import type { ToBackground } from './to-background.ts';
import { untilAnswered } from './until-answered.ts';

/** How often a message is sent again that came to nothing. */
const REPEATS = 2;

/** What comes to something else when it is done twice: a second check or window, or a prompt without the click it needs. */
const NOT_REPEATED: readonly (keyof ToBackground)[] = [
  'answerAccess',
  'allowForPage',
  'turnOnAutomatic',
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
  'openSidePanel',
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

import { browser } from '../../core/browser/browser.ts';
import { AppError, errorDataOf } from '../../core/errors/app-error.ts';
import { logFault } from '../../core/log.ts';
import type { Wire } from '../../core/protocol/protocol.ts';
import { type Sender, TO_BACKGROUND, type ToBackground } from '../../core/protocol/to-background.ts';
import type { z } from '../../core/schema.ts';
import { type ProvenSender, proveSender } from './prove-sender.ts';

/** What the background does for each message. */
export type Handlers = Omit<AllHandlers, 'isInHand'>;

type AllHandlers = {
  readonly [Type in keyof ToBackground]: (
    request: ToBackground[Type]['request'],
    sender: ProvenSender,
  ) => Promise<ToBackground[Type]['answer']>;
};

/** What is held against a message before it is handled. */
interface Rule<Request> {
  readonly from: readonly Sender[];
  readonly request: z.ZodMiniType<Request>;
}

const RULES: { readonly [Type in keyof ToBackground]: Rule<ToBackground[Type]['request']> } = TO_BACKGROUND;

/**
 * The one listener for messages to the background: sender, then schema, then handler; refusing by default. Handlers are
 * called within the event, so that a user's gesture still counts (Chromium).
 */
export function receiveMessages(handlers: Handlers): void {
  const inHand = new Set<string>();
  const all: AllHandlers = { ...handlers, isInHand: async ({ messageId }) => inHand.has(messageId) };
  browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse: (answer: Wire<unknown>) => void) => {
    const messageId = messageIdOf(message);
    if (messageId !== undefined) inHand.add(messageId);
    answerTo(all, message, proveSender(sender))
      .then(
        (value) => sendResponse({ ok: true, value }),
        (error: unknown) => {
          logFault(error);
          sendResponse({ ok: false, error: errorDataOf(error) });
        },
      )
      .finally(() => messageId !== undefined && inHand.delete(messageId));
    return true;
  });
}

/** The name by which the sender asks after a message; the question itself bears the name of what it is about. */
function messageIdOf(message: unknown): string | undefined {
  if (typeof message !== 'object' || message === null || !('messageId' in message)) return undefined;
  if ('type' in message && message.type === 'isInHand') return undefined;
  return typeof message.messageId === 'string' ? message.messageId : undefined;
}

function answerTo(handlers: AllHandlers, message: unknown, sender: ProvenSender | undefined): Promise<unknown> {
  const refused = () => Promise.reject(new AppError({ code: 'message-refused' }));
  if (!sender || typeof message !== 'object' || message === null || !('type' in message)) return refused();
  const { type } = message;
  if (typeof type !== 'string' || !isMessageType(type)) return refused();
  return dispatch(type, handlers, message, sender) ?? refused();
}

function dispatch<Type extends keyof ToBackground>(
  type: Type,
  handlers: AllHandlers,
  message: object,
  sender: ProvenSender,
): Promise<unknown> | undefined {
  const rule = RULES[type];
  if (!rule.from.includes(sender.kind)) return undefined;
  const parsed = rule.request.safeParse('request' in message ? message.request : undefined);
  return parsed.success ? handlers[type](parsed.data, sender) : undefined;
}

function isMessageType(type: string): type is keyof ToBackground {
  return Object.hasOwn(RULES, type);
}

import { logFault } from '../log.ts';
import { browser } from '../platform/browser.ts';
import type { ToPage } from './protocol.ts';

/** What the page script does for each message of the background. */
export type PageHandlers = {
  readonly [Type in keyof ToPage]: (
    request: ToPage[Type]['request'],
  ) => ToPage[Type]['answer'] | Promise<ToPage[Type]['answer']>;
};

/** Listens to the background. Other scripts of pages cannot send here; a tab marks what does not come from it. */
export function receiveFromBackground(handlers: PageHandlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse: (answer: unknown) => void) => {
    if (sender.id !== browser.runtime.id || sender.tab || !isMessage(message, handlers)) return undefined;
    dispatch(handlers, message).then(sendResponse, (error: unknown) => {
      logFault(error);
      sendResponse(undefined); // No answer: the background goes on as if the frame were out of reach.
    });
    return true;
  });
}

interface PageMessage<Type extends keyof ToPage = keyof ToPage> {
  readonly type: Type;
  readonly request: ToPage[Type]['request'];
}

async function dispatch<Type extends keyof ToPage>(
  handlers: PageHandlers,
  message: PageMessage<Type>,
): Promise<unknown> {
  return handlers[message.type](message.request);
}

function isMessage(message: unknown, handlers: PageHandlers): message is PageMessage {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    typeof message.type === 'string' &&
    Object.hasOwn(handlers, message.type)
  );
}

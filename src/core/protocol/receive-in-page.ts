import { browser } from '../browser/browser.ts';
import { logFault } from '../log.ts';

/** A table of messages: what is asked, what is answered. */
type MessageTable<Table> = { readonly [Type in keyof Table]: { request: unknown; answer: unknown } };

/** What a script does for each message of the background. */
type BackgroundHandlers<Table extends MessageTable<Table>> = {
  readonly [Type in keyof Table]: (
    request: Table[Type]['request'],
  ) => Table[Type]['answer'] | Promise<Table[Type]['answer']>;
};

/** Listens to the background. Other scripts of pages cannot send here; a tab marks what does not come from it. */
export function receiveFromBackground<Table extends MessageTable<Table>>(handlers: BackgroundHandlers<Table>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse: (answer: unknown) => void) => {
    if (sender.id !== browser.runtime.id || sender.tab || !isMessage(message, handlers)) return undefined;
    const answering = (async () => handlers[message.type](message.request))();
    answering.then(sendResponse, (error: unknown) => {
      logFault(error);
      sendResponse(undefined); // No answer: the background goes on as if nothing were there.
    });
    return true;
  });
}

interface Message<Table, Type extends keyof Table = keyof Table> {
  readonly type: Type;
  readonly request: Table[Type] extends { request: infer Request } ? Request : never;
}

function isMessage<Table extends MessageTable<Table>>(
  message: unknown,
  handlers: BackgroundHandlers<Table>,
): message is Message<Table> {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    typeof message.type === 'string' &&
    Object.hasOwn(handlers, message.type)
  );
}

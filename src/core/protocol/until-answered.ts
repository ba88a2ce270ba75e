import { AppError } from '../errors/app-error.ts';

/** How often the background is asked after a message it has not answered, in milliseconds. */
const ASK_INTERVAL_MS = 2_000;

/** After so many questions in a row without any answer there is no background to speak to. */
const MAX_UNANSWERED = 15;
/** The same of a message that may be sent again: doing so too soon costs nothing. */
const MAX_UNANSWERED_BEFORE_REPEAT = 3;

/** How a message is sent, and asked after. */
export interface Delivery<Answer> {
  readonly send: () => Promise<Answer>;
  /** Whether the background is at work on the message. */
  readonly isInHand: () => Promise<boolean>;
  /** How often it may be sent again. */
  readonly repeats: number;
}

/**
 * Sends a message and waits for its answer, which may take its time; but not for one that cannot come. Chromium (156) ends
 * service workers at will, and what is sent to one that is just ending may get neither an answer nor an error. So the
 * background is asked now and then whether it has the message in hand. If it twice knows nothing of it (once may be an
 * answer that is on its way), the message is sent again if that is allowed; else `background-ended` is thrown.
 */
export async function untilAnswered<Answer>({ send, isInHand, repeats }: Delivery<Answer>): Promise<Answer> {
  const watch = new AbortController();
  let cause: unknown;
  try {
    const patience = repeats > 0 ? MAX_UNANSWERED_BEFORE_REPEAT : MAX_UNANSWERED;
    const answer = await Promise.race([send(), lost(isInHand, patience, watch.signal)]);
    if (answer !== LOST) return answer;
  } catch (error) {
    if (!(error instanceof Error && BROWSER_WORDS.test(error.message))) throw error;
    cause = error;
  } finally {
    watch.abort();
  }
  if (repeats === 0) throw new AppError({ code: 'background-ended' }, { cause });
  return untilAnswered({ send, isInHand, repeats: repeats - 1 });
}

/** Nobody is at work on it. */
const LOST = Symbol();

/** What the browser rejects with when the other end went away, or is not there (Chromium 156, Firefox 153). */
const BROWSER_WORDS =
  /message port closed|message channel closed|receiving end does not exist|conduit|actor.*destroyed/i;

/** Resolves once it is certain that no answer will come. */
function lost(isInHand: () => Promise<boolean>, patience: number, signal: AbortSignal): Promise<typeof LOST> {
  return new Promise((resolve) => {
    let denied = 0;
    let unanswered = 0;
    const timer = setInterval(() => {
      unanswered += 1;
      if (denied > 1 || unanswered > patience) resolve(LOST);
      isInHand().then(
        (is) => {
          unanswered = 0;
          denied = is ? 0 : denied + 1;
        },
        () => undefined, // It counts as unanswered.
      );
    }, ASK_INTERVAL_MS);
    signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  });
}

/** How long a question must be seen without a break before it can be answered. Milliseconds. */
const SEEN_FOR_MS = 500;

/** Where a question can be answered. A page that hides the panel for a moment gets no click that was meant for something else. */
export type Answering = 'here' | 'later' | 'popup';

/**
 * Follows whether a question is seen: it can be answered where it was seen for long enough, and elsewhere once that has been
 * awaited for twice as long. Gives what is to be told each time somebody has looked; `onChange` hears what comes of it.
 */
export function followAnswering(onChange: (now: Answering) => void): (isSeen: boolean) => void {
  let seen: ReturnType<typeof setTimeout> | undefined;
  let awaited: ReturnType<typeof setTimeout> | undefined;
  return (isSeen) => {
    if (isSeen) {
      seen ??= setTimeout(() => {
        clearTimeout(awaited);
        awaited = undefined;
        onChange('here');
      }, SEEN_FOR_MS);
      return;
    }
    clearTimeout(seen);
    seen = undefined;
    if (awaited) return;
    awaited = setTimeout(onChange, 2 * SEEN_FOR_MS, 'popup');
    onChange('later');
  };
}

/** Once a panel was not seen, it must be seen for so long without a break before a question in it can be answered. Milliseconds. */
const SEEN_FOR_MS = 500;

/** Where a question can be answered. A page that hides the panel for a moment gets no click that was meant for something else. */
export type Answering = 'here' | 'later' | 'popup';

/**
 * Follows whether a question is seen: it can be answered where it was seen all the time, or again for long enough; elsewhere once
 * that has been awaited for twice as long. Gives what is to be told each time somebody has looked; `onChange` hears what comes of it.
 */
export function followAnswering(onChange: (now: Answering) => void): (isSeen: boolean) => void {
  let isHere = true;
  let seen: ReturnType<typeof setTimeout> | undefined;
  let awaited: ReturnType<typeof setTimeout> | undefined;
  return (isSeen) => {
    if (isSeen && isHere) return;
    if (isSeen) {
      seen ??= setTimeout(() => {
        clearTimeout(awaited);
        awaited = undefined;
        isHere = true;
        onChange('here');
      }, SEEN_FOR_MS);
      return;
    }
    isHere = false;
    clearTimeout(seen);
    seen = undefined;
    if (awaited) return;
    awaited = setTimeout(onChange, 2 * SEEN_FOR_MS, 'popup');
    onChange('later');
  };
}

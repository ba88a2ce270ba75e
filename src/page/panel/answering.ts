/** Once a question was hidden, it must be seen for so long without a break before it can be answered. Milliseconds. */
const SEEN_FOR_MS = 500;

/** Not seen for so long, it is hidden; a layer of the page's that the panel comes out above at once hides nothing. Milliseconds. */
const HIDDEN_AFTER_MS = 250;

/** Not seen again within this, it is hidden at once: that is no layer that came by chance. Milliseconds. */
const AGAIN_WITHIN_MS = 1_000;

/** Where a question can be answered. A page that hides the panel for a moment gets no click that was meant for something else. */
export type Answering = 'here' | 'later' | 'popup';

/**
 * Follows whether a question is seen: it can be answered here until it is hidden, and again where it was seen for long enough; elsewhere
 * once that has been awaited for twice as long. Gives what is to be told each time somebody has looked; `onChange` hears what comes
 * of it.
 */
export function followAnswering(onChange: (now: Answering) => void): (isSeen: boolean) => void {
  let isHere = true;
  let wasSeen = true;
  let lostAt = Number.NEGATIVE_INFINITY;
  let hiding: ReturnType<typeof setTimeout> | undefined;
  let seen: ReturnType<typeof setTimeout> | undefined;
  let awaited: ReturnType<typeof setTimeout> | undefined;

  function hide(): void {
    isHere = false;
    if (awaited) return;
    awaited = setTimeout(onChange, 2 * SEEN_FOR_MS, 'popup');
    onChange('later');
  }

  function show(): void {
    clearTimeout(awaited);
    awaited = undefined;
    isHere = true;
    onChange('here');
  }

  return (isSeen) => {
    if (isSeen === wasSeen) return;
    wasSeen = isSeen;
    clearTimeout(hiding);
    clearTimeout(seen);
    if (isSeen) {
      if (!isHere) seen = setTimeout(show, SEEN_FOR_MS);
      return;
    }
    const isAgain = Date.now() - lostAt < AGAIN_WITHIN_MS;
    lostAt = Date.now();
    if (isAgain) hide();
    else hiding = setTimeout(hide, HIDDEN_AFTER_MS);
  };
}

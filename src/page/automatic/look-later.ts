/** What is not ready is looked at again after this time, then after twice as long each time; in milliseconds. */
const FIRST_PAUSE_MS = 250;
const LAST_PAUSE_MS = 8_000;

/** Elements that are not ready to be looked at. */
export interface LookLater {
  add(element: Element): void;
  /** Something has moved in the page: they may be ready now. */
  hurry(): void;
}

/** Looks at elements once more, as long as they are in the page: soon after it has moved, and ever more rarely while it stands still. */
export function createLookLater(look: (element: Element) => void): LookLater {
  const unready = new Set<Element>();
  let pauseMs = FIRST_PAUSE_MS;
  let planned: ReturnType<typeof setTimeout> | undefined;

  function plan(): void {
    if (planned === undefined && unready.size > 0 && pauseMs <= LAST_PAUSE_MS) planned = setTimeout(turn, pauseMs);
  }

  function turn(): void {
    planned = undefined;
    pauseMs *= 2;
    const again = [...unready];
    unready.clear();
    for (const element of again) if (element.isConnected) look(element);
  }

  return {
    add(element) {
      unready.add(element);
      plan();
    },
    hurry() {
      if (pauseMs > FIRST_PAUSE_MS) {
        pauseMs = FIRST_PAUSE_MS;
        clearTimeout(planned);
        planned = undefined;
      }
      plan();
    },
  };
}

/** Longest time something is out of the picture for one capture, in milliseconds. */
const LONGEST_MS = 5_000;

/** A page in front is painted well within this, in milliseconds. */
const PAINT_LIMIT_MS = 500;

/** Something of ours in a page, which is not to be on a capture of the screen. */
export interface InPicture {
  /** Takes it out for the capture of a check; resolves when the page has been painted without it. */
  leave(checkId: string): Promise<void>;
  /** The capture of a check has ended: brings it back, unless there are others. */
  enter(checkId: string): void;
}

/**
 * Keeps something unseen while the screen is captured; several checks of a page may do so at a time. What comes meanwhile is
 * unseen too, but there is nothing to wait for while nothing is there.
 */
export function outOfPicture(setSeen: (isSeen: boolean) => void, isThere = () => true): InPicture {
  const captures = new Map<string, ReturnType<typeof setTimeout>>();

  function enter(checkId: string): void {
    clearTimeout(captures.get(checkId));
    captures.delete(checkId);
    if (captures.size === 0) setSeen(true);
  }

  return {
    enter,
    async leave(checkId) {
      clearTimeout(captures.get(checkId));
      captures.set(
        checkId,
        setTimeout(() => enter(checkId), LONGEST_MS), // Should the background end before it says so.
      );
      setSeen(false);
      if (isThere()) await painted();
    },
  };
}

/**
 * Resolves when the browser has painted the page as it is now: the second frame begins after the first was drawn. A page
 * that is not in front is not painted; the capture then finds that out.
 */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, PAINT_LIMIT_MS);
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}

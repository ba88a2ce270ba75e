import { hasRuntime } from '../../core/browser/quirks.ts';
import { logFault } from '../../core/log.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';

/** Images that come into view within this time are told of together, in milliseconds. */
const GATHER_MS = 250;

/** After an hour the budget has room again for all that waits: once more then, a minute later lest it be too early. Milliseconds. */
const AGAIN_MS = 61 * 60_000;

/**
 * Gives what tells the background that images wait in the page, as far as `isAnyInView` says so by then; never of a page that nobody looks
 * at. Once it was told of some, it is told again whenever the page is looked at anew, and an hour later: others may wait for the budget.
 */
export function tellWhileSeen(isAnyInView: () => boolean): () => void {
  let isTelling = false;
  let isMore = false;
  /** Some of those that it was told of may wait. */
  let isAnyTold = false;
  let isAgain = false;
  let later: ReturnType<typeof setTimeout> | undefined;

  function tell(): void {
    isMore = true;
    if (!isTelling) void tellInTurns();
  }

  function tellAgain(): void {
    isAgain = isAnyTold;
    tell();
  }

  async function tellInTurns(): Promise<void> {
    isTelling = true;
    while (isMore && hasRuntime() && !document.hidden) {
      await new Promise((resolve) => setTimeout(resolve, GATHER_MS));
      isMore = false;
      if (document.hidden || !(isAnyInView() || isAgain)) continue;
      isAnyTold = true;
      isAgain = false;
      await sendToBackground('imagesShown', {}).catch(logFault);
      clearTimeout(later);
      later = setTimeout(tellAgain, AGAIN_MS);
    }
    isTelling = false;
  }

  document.addEventListener('visibilitychange', tellAgain);
  return tell;
}

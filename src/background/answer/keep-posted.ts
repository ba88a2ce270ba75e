import { logFault } from '../../core/log.ts';
import { coalesce } from '../coalesce.ts';
import type { OpenFeed } from './serve-feeds.ts';

/** A view is made anew at most ten times a second: many checks change in a moment, and eyes are slower. */
const POST_EVERY_MS = 100;

/** A countdown is told by the second. */
const SECOND_MS = 1_000;

/**
 * Keeps a feed posted: at once, when the function it gives is called, and by the second while `post` says that a pause is counted
 * down. A feed has one timer, however often it is called, and none once it is closed.
 */
export function keepPosted(feed: OpenFeed, post: () => Promise<{ readonly isPaused: boolean }>): () => void {
  let isOpen = true;
  let second: ReturnType<typeof setTimeout> | undefined;
  const changed = coalesce(
    async () => {
      clearTimeout(second);
      if (!isOpen) return;
      const { isPaused } = await post();
      if (isOpen && isPaused) second = setTimeout(changed, SECOND_MS);
    },
    POST_EVERY_MS,
    logFault,
  );
  feed.onClose(() => {
    isOpen = false;
    clearTimeout(second);
  });
  changed();
  return changed;
}

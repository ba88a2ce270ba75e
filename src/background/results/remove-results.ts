import type { CheckRecord } from '../../core/check/check-record.ts';
import { logFault } from '../../core/log.ts';
import { changeCheck } from '../check/change-check.ts';
import type { CheckContext } from '../check/check-context.ts';
import type { CheckStore } from '../check/check-store.ts';
import { hasEnded } from '../store/check-state.ts';
import type { TakenResults } from '../store/history.ts';

/** How long what was removed can be brought back, in milliseconds. The user has 8 s; a busy machine some more. */
const UNDO_LIMIT_MS = 20_000;

interface Removed {
  readonly kept: TakenResults;
  /** As they were, also those that go on. */
  readonly ofSession: readonly CheckRecord[];
}

/**
 * Removes ended checks, and brings back the last ones. Those are held in memory alone, for as long as the user has to say so. A check
 * that goes on loses the verdict that it had before.
 */
export function resultRemover({ history, store }: CheckContext) {
  let last: Removed | undefined;
  let forgetting: ReturnType<typeof setTimeout> | undefined;

  function forget(): void {
    clearTimeout(forgetting);
    last = undefined;
  }

  return {
    async remove(checkIds: readonly string[]): Promise<void> {
      forget();
      const kept = await history.take(checkIds);
      await store.load();
      const ofSession = checkIds.flatMap((id) => store.get(id) ?? []);
      for (const check of ofSession) {
        if (hasEnded(check.state)) store.remove(check.id);
        else forgetEarlier(store, check);
      }
      last = { kept, ofSession };
      forgetting = setTimeout(forget, UNDO_LIMIT_MS);
    },
    /** False: there is nothing that could be brought back (any more). */
    async undo(): Promise<boolean> {
      if (!last) return false;
      const { kept, ofSession } = last;
      await history.putBack(kept);
      for (const check of ofSession) {
        if (hasEnded(check.state)) store.put(check);
        else changeCheck({ store }, check.id, (now) => ({ ...now, ...(check.earlier && { earlier: check.earlier }) }));
      }
      forget();
      return true;
    },
  };
}

/** Removes every ended check, and the history itself where that cannot be used. */
export async function clearResults({ history, store }: CheckContext): Promise<void> {
  await history.removeBefore().catch((error: unknown) => {
    logFault(error);
    return history.startAnew();
  });
  await store.load();
  store.removeEnded();
  for (const check of store.latest(({ earlier }) => earlier !== undefined)) forgetEarlier(store, check);
}

/** What was removed does not come back where nothing comes of checking it once more. */
function forgetEarlier(store: CheckStore, { id }: CheckRecord): void {
  changeCheck({ store }, id, ({ earlier: _, ...now }) => now);
}

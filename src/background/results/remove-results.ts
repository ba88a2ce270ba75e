import type { CheckRecord } from '../../core/check/check-record.ts';
import type { CheckContext } from '../check/check-context.ts';
import { hasEnded } from '../store/check-state.ts';
import type { TakenResults } from '../store/history.ts';

/** How long what was removed can be brought back, in milliseconds. The user has 8 s; a busy machine some more. */
const UNDO_LIMIT_MS = 20_000;

interface Removed {
  readonly kept: TakenResults;
  readonly ofSession: readonly CheckRecord[];
}

/** Removes ended checks, and brings back the last ones. Those are held in memory alone, for as long as the user has to say so. */
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
      const ofSession = checkIds.flatMap((id) => store.get(id) ?? []).filter(({ state }) => hasEnded(state));
      for (const { id } of ofSession) store.remove(id);
      last = { kept, ofSession };
      forgetting = setTimeout(forget, UNDO_LIMIT_MS);
    },
    /** False: there is nothing that could be brought back (any more). */
    async undo(): Promise<boolean> {
      if (!last) return false;
      const { kept, ofSession } = last;
      await history.putBack(kept);
      for (const check of ofSession) store.put(check);
      forget();
      return true;
    },
  };
}

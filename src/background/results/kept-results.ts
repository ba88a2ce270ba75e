import type { CheckRecord } from '../../core/check/check-record.ts';
import { hasEnded } from '../../core/check/check-state.ts';
import { readPolicy } from '../../core/store/policy.ts';
import { settingsItem } from '../../core/store/settings-item.ts';
import { type CheckStore, withKeptAddress } from '../check/check-store.ts';
import { keptSince } from '../check/retention.ts';
import type { History } from '../store/history.ts';

/** What is kept of ended checks, for as long as the user or the administrator wants. */
export interface KeptResults {
  keep(check: CheckRecord): Promise<void>;
  /** Removes what is older than it may be. */
  removeOld(): Promise<void>;
  /** Removes one ended check. */
  remove(checkId: string): Promise<void>;
  /** Removes every ended check. */
  clear(): Promise<void>;
}

/** The rules for keeping results, over the history on disk. */
export function keptResults(history: History, store: CheckStore, clock: () => number): KeptResults {
  async function days(): Promise<number> {
    const [policy, settings] = await Promise.all([readPolicy(), settingsItem.get()]);
    return policy.keepResultsDays ?? settings.keepResultsDays;
  }
  async function removeOld(): Promise<void> {
    await history.removeBefore(keptSince(await days(), clock()));
  }
  return {
    async keep(check) {
      if ((await days()) === 0) return;
      const { keepsThumbnails } = await settingsItem.get();
      const { thumbnail, ...kept } = withKeptAddress(check);
      await history.put({ ...kept, ...(keepsThumbnails && thumbnail && { thumbnail }) });
      await removeOld();
    },
    removeOld,
    async remove(checkId) {
      await history.remove(checkId);
      await store.load();
      const check = store.get(checkId);
      if (check && hasEnded(check.state)) store.remove(checkId);
    },
    async clear() {
      await history.removeBefore();
      await store.load();
      store.removeEnded();
    },
  };
}

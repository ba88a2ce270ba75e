import { logFault } from '../../core/log.ts';
import { settingsItem } from '../../core/store/settings-item.ts';
import { imageBudgetItem } from '../store/image-budget-item.ts';
import { readPolicy } from '../store/policy.ts';

const HOUR_MS = 3_600_000;

/**
 * The budget of images an hour that are checked without anybody's wish (the administrator's goes before the user's). It outlives the
 * background. `clock` gives epoch milliseconds.
 */
export function createImageBudget(clock: () => number) {
  let loading: Promise<void> | undefined;
  let takenAt: number[] = [];
  let limit = 0;

  async function load(): Promise<void> {
    loading ??= imageBudgetItem.get().then((known) => {
      takenAt = [...known];
    });
    await loading;
    limit = (await readPolicy()).automaticPerHour ?? (await settingsItem.get()).automaticPerHour;
  }

  function remember(): void {
    imageBudgetItem.set(takenAt).catch(logFault);
  }

  return {
    /** Looks how much there is; before anything is taken. */
    load,
    /** As it was when it was looked at last. */
    limit: () => limit,
    /** Takes room for so many images, or for fewer where there is less; gives for how many. */
    take(count: number): number {
      const now = clock();
      takenAt = takenAt.filter((at) => at > now - HOUR_MS && at <= now);
      const taken = Math.max(0, Math.min(count, limit - takenAt.length));
      for (let index = 0; index < taken; index += 1) takenAt.push(now);
      if (taken > 0) remember();
      return taken;
    },
    /** For one that was not sent in the end. */
    giveBack(): void {
      takenAt.pop();
      remember();
    },
  };
}

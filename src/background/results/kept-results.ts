import type { CheckRecord } from '../../core/check/check-record.ts';
import { logFault } from '../../core/log.ts';
import { onPolicyChanged } from '../../core/store/policy-changes.ts';
import { settingsItem } from '../../core/store/settings-item.ts';
import { withCutAddresses } from '../address-limit.ts';
import type { CheckContext } from '../check/check-context.ts';
import { readPolicy } from '../store/policy.ts';

const DAY_MS = 86_400_000;

/** For how many days results are kept: an administrator's word goes before the user's. 0: not at all. */
export async function daysKept(): Promise<number> {
  const [policy, settings] = await Promise.all([readPolicy(), settingsItem.get()]);
  return policy.keepResultsDays ?? settings.keepResultsDays;
}

/** Keeps an ended check on disk, for as long as the user or the administrator wants; false: not at all. */
export async function keepResult(context: CheckContext, check: CheckRecord): Promise<boolean> {
  if ((await daysKept()) === 0) return false;
  const { keepsThumbnails } = await settingsItem.get();
  const { thumbnail, isReadingFile: _, ...kept } = { ...check, media: withCutAddresses(check.media) };
  const whole = context.manifests.get(check.id);
  const credentials = whole && !keepsThumbnails ? { ...whole, pictures: [] } : whole;
  const isKept = await context.history.put(
    { ...kept, ...(keepsThumbnails && thumbnail && { thumbnail }) },
    credentials,
  );
  await removeOldResults(context);
  return isKept;
}

/** Removes what is older than it may be. With 0 days that is all: what began later is still running. */
async function removeOldResults({ history, clock }: CheckContext): Promise<void> {
  await history.removeBefore(clock() - (await daysKept()) * DAY_MS);
}

/** Removes what may be kept no longer: at the background's start, and when the user or an administrator wants less kept. */
export function followKeeping(context: CheckContext): void {
  const removeOld = () => void removeOldResults(context).catch(logFault);
  settingsItem.watch(({ keepsThumbnails }) => {
    removeOld();
    if (!keepsThumbnails) void context.history.removeThumbnails().catch(logFault);
  });
  onPolicyChanged(removeOld);
  removeOld();
}

import { logFault } from '../../core/log.ts';
import { onPolicyChanged } from '../../core/store/policy.ts';
import { settingsItem } from '../../core/store/settings-item.ts';
import type { CheckContext } from '../check/check-context.ts';
import { removeOldResults } from './kept-results.ts';

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

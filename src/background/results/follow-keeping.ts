import { logFault } from '../../core/log.ts';
import { onPolicyChanged } from '../../core/store/policy.ts';
import { settingsItem } from '../../core/store/settings-item.ts';
import type { History } from '../store/history.ts';
import type { KeptResults } from './kept-results.ts';

/** Removes what may be kept no longer: at the background's start, and when the user or an administrator wants less kept. */
export function followKeeping(history: History, results: KeptResults): void {
  const removeOld = () => void results.removeOld().catch(logFault);
  settingsItem.watch(({ keepsThumbnails }) => {
    removeOld();
    if (!keepsThumbnails) void history.removeThumbnails().catch(logFault);
  });
  onPolicyChanged(removeOld);
  removeOld();
}

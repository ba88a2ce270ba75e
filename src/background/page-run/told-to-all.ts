import type { SendOptions } from '../service/send-options.ts';
import type { BatchOptions } from './batch-sender.ts';

/** Tells the checks of a request how far it is; not those that were cancelled, which may have begun anew meanwhile. */
export function toldToAll(checks: readonly SendOptions[]): Pick<BatchOptions['job'], 'onProgress' | 'onPaused'> {
  const wanted = () => checks.filter(({ signal }) => !signal.aborted);
  return {
    onProgress(fraction) {
      for (const { job } of wanted()) job.onProgress(fraction);
    },
    onPaused(pause) {
      for (const { job } of wanted()) job.onPaused(pause);
    },
  };
}

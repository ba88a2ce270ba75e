import type { Verdict } from './verdict.ts';

/** One file's part in the answer to a batch, as documented. */
export interface BatchItem extends Verdict {
  readonly processingTime: number;
  readonly batch_position: number;
}

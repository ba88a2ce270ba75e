import type { CheckRecord, CheckState } from '../../src/core/check/check-record.ts';
import type { ErrorData } from '../../src/core/errors/error-data.ts';

/** What a case asks of a check: its record is read here alone. */
export interface FollowedCheck {
  readonly state: CheckState;
  readonly hasEnded: boolean;
  /** The verdict, where there is one. */
  readonly isAi: boolean | undefined;
  readonly error: ErrorData | undefined;
  /** It waits until this moment. Epoch milliseconds. */
  readonly pausedUntil: number | undefined;
  /** How much of it is read or sent, in bytes. */
  readonly doneBytes: number;
  /** Of what was read. */
  readonly sha256: string | undefined;
  /** Epoch milliseconds. */
  readonly endedAt: number | undefined;
}

const END_STATES: readonly CheckState[] = ['done', 'failed', 'cancelled'];

/** A check as its record has it now. */
export function followedCheck({ state, verdict, error, progress, read, endedAt }: CheckRecord): FollowedCheck {
  return {
    state,
    hasEnded: END_STATES.includes(state),
    isAi: verdict?.isAi,
    error,
    pausedUntil: progress?.pause?.until,
    doneBytes: progress?.transfer?.doneBytes ?? 0,
    sha256: read?.sha256,
    endedAt,
  };
}

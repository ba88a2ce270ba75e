import type { CheckRecord, CheckState } from './check-record.ts';

/** Whether nothing will happen to a check in this state by itself or by an answer. */
export function hasEnded(state: CheckState): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled';
}

/** Whether a check that an earlier background left was on its way to the service, as far as is known. */
export function wasSent({ state }: CheckRecord): boolean {
  return state === 'uploading' || state === 'waiting';
}

/** Whether work is going on in this state. */
export function isRunning(state: CheckState): boolean {
  return state === 'queued' || state === 'reading' || state === 'uploading' || state === 'waiting';
}

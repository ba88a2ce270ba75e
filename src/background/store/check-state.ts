import type { CheckRecord, CheckState } from '../../core/check/check-record.ts';
import { hasTrait } from '../../core/errors/error-data.ts';

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

/** Whether a check ended without its image having been read: another way to it may still work. */
export function isUnread({ state, error }: CheckRecord): boolean {
  return state === 'failed' && error !== undefined && hasTrait(error, 'unread');
}

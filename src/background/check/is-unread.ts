import type { CheckRecord } from '../../core/check/check-record.ts';
import { hasTrait } from '../../core/errors/error-data.ts';

/** Whether a check ended without its image having been read: another way to it may still work. */
export function isUnread({ state, error }: CheckRecord): boolean {
  return state === 'failed' && error !== undefined && hasTrait(error, 'unread');
}

import type { CheckRecord } from '../../core/check/check-record.ts';
import type { ErrorCode } from '../../core/errors/error-data.ts';

/** Errors after which another way to the image may still work. */
const UNREAD: readonly ErrorCode[] = [
  'media-unreadable',
  'not-a-picture',
  'other-picture',
  'damaged-picture',
  'file-address',
  'not-loaded',
  'video-stream',
  'video-paused',
  'format-unsupported',
];

/** Whether a check ended without its image having been read: another way to it may still work. */
export function isUnread({ state, error }: CheckRecord): boolean {
  return state === 'failed' && error !== undefined && UNREAD.includes(error.code);
}

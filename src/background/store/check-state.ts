import type { CheckRecord, CheckState } from '../../core/check/check-record.ts';
import type { ReadMethod } from '../../core/check/read-report.ts';
import { hasTrait } from '../../core/errors/error-data.ts';

/** Whether nothing will happen to a check in this state by itself or by an answer. */
export function hasEnded(state: CheckState): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled';
}

/** Whether media, or what there is of it, was judged. */
export function hasVerdict({ verdict, frames }: Pick<CheckRecord, 'verdict' | 'frames'>): boolean {
  return verdict !== undefined || frames !== undefined;
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

/** Videos at least this long can be judged in parts, in seconds. */
const LONG_SECONDS = 20;

/** One part for each so many seconds of a video, up to what one request may hold (contract: 20). */
const PART_SECONDS = 10;
const MOST_PARTS = 20;

/** What was seen on the screen, or in a video as it played: it cannot be read once more as it was. */
const PASSING: readonly ReadMethod[] = ['screen', 'clip', 'frames', 'screen-frames'];

/** Whether a check has read all of one image, which may be read once more, byte for byte. */
export function wasReadWhole({ state, media, part, read }: CheckRecord): boolean {
  return state === 'done' && media.kind === 'image' && !part && !!read && !PASSING.includes(read.method);
}

/** Whether a check has a verdict on such an image. */
export function canBeReadAgain(check: CheckRecord): boolean {
  return !!check.verdict && wasReadWhole(check);
}

/** Whether a video of so many seconds can be judged in parts. */
export function isLong(seconds: number): boolean {
  return seconds >= LONG_SECONDS;
}

/** In how many parts a long video can be judged that has a verdict and may be read once more, byte for byte; undefined where it cannot. */
export function partsToJudge({ state, media, verdict, read }: CheckRecord): number | undefined {
  const seconds = read?.durationSeconds ?? 0;
  const isWhole = media.kind === 'video' && !!read && !PASSING.includes(read.method);
  if (state !== 'done' || !verdict || !isWhole || !isLong(seconds)) return undefined;
  return Math.min(Math.floor(seconds / PART_SECONDS), MOST_PARTS);
}

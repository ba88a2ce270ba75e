import type { CheckRecord } from '../../core/check/check-record.ts';
import type { ReadMethod } from '../../core/check/read-report.ts';
import { NO_LIKELIHOOD, type StoredCheck } from '../../core/store/stored-check.ts';

/** Ways to the bytes that give the very file of an address. */
const OF_THE_ADDRESS: readonly ReadMethod[] = ['page', 'direct', 'direct-with-cookies', 'direct-with-referrer'];

/** A check as it is stored: with what is looked up beside it. */
export function indexedCheck({ thumbnail: _, ...check }: CheckRecord): StoredCheck {
  const { verdict, frames, endedAt, answeredAt = endedAt } = check;
  const address = addressOf(check);
  return {
    ...check,
    indexed: {
      outcome: verdict ? (verdict.isAi ? 'ai' : 'not-ai') : frames ? 'frames' : 'failed',
      likelihood: verdict?.likelihood ?? NO_LIKELIHOOD,
      ...(address !== undefined && { address }),
      ...(verdict && answeredAt !== undefined && { answeredAt }),
    },
  };
}

function addressOf({ media, read }: CheckRecord): string | undefined {
  if (read?.part) return undefined; // What is at the address is more than that.
  if ('fileName' in media || media.isUrlCut || !read || !OF_THE_ADDRESS.includes(read.method)) return undefined;
  return /^https?:/.test(media.url ?? '') ? media.url : undefined;
}

import { type CheckRecord, checkRecordSchema } from '../check/check-record.ts';
import type { ReadMethod } from '../check/read-report.ts';

/** A check as it lies in the history: its thumbnail apart, so that a list reads no Blobs; and what is looked up. */
export type StoredCheck = Omit<CheckRecord, 'thumbnail'> & { readonly indexed: IndexedFields };

/** What the indexes need beside the check's own fields. */
export interface IndexedFields {
  /** What frames of a video come to depends on the inconclusive band, and is reckoned anew each time. */
  readonly outcome: 'ai' | 'not-ai' | 'frames' | 'failed';
  /** From 0 to 1; `NO_LIKELIHOOD` where no number is known, since an index leaves out what has no key. */
  readonly likelihood: number;
  /** The web address whose file was sent. Left out where what was sent is not that file, or not all of the address is kept. */
  readonly address?: string;
  /** When BitMind gave the verdict; epoch milliseconds. Left out where there is none. */
  readonly answeredAt?: number;
}

/** Sorts before every likelihood. */
export const NO_LIKELIHOOD = -1;

/** Ways to the bytes that give the very file of an address. */
const OF_THE_ADDRESS: readonly ReadMethod[] = ['page', 'direct', 'direct-with-cookies', 'direct-with-referrer'];

/** A check as it is stored. */
export function storedCheck({ thumbnail: _, ...check }: CheckRecord): StoredCheck {
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

/** A stored check, parsed; undefined for what does not look like one (any more). */
export function parseStoredCheck(stored: unknown): CheckRecord | undefined {
  const parsed = checkRecordSchema.safeParse(stored);
  return parsed.success ? parsed.data : undefined;
}

function addressOf({ media, read }: CheckRecord): string | undefined {
  if ('fileName' in media || media.isUrlCut || !read || !OF_THE_ADDRESS.includes(read.method)) return undefined;
  return /^https?:/.test(media.url ?? '') ? media.url : undefined;
}

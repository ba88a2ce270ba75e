/**
 * How much is sent, how long is waited, and how often anything goes out again: every number of it, in one place. Times in
 * milliseconds, sizes in bytes.
 */
export const SEND_POLICY = {
  /** Until the answer to a call without media begins: Chromium ends a service worker whose `fetch` waits for 30 s. */
  callLimitMs: 29_000,
  /** Until it begins where somebody looks at a spinning line meanwhile. */
  briefLimitMs: 10_000,
  /** For the rest of an answer that has begun; the service's own come at once. */
  bodyLimitMs: 15_000,
  /** While media is sent: time without any byte going out. */
  stallLimitMs: 30_000,
  /** The largest answer read; the service's own are a few kilobytes. */
  maxAnswerBytes: 5_000_000,

  /** Requests with media on their way to the service at one time; what is more waits its turn. */
  transfersAtOnce: 6,
  /** Of those, the requests of several files that the check of one page makes. */
  batchesAtOnce: 2,
  /** The calls at one time that stand in for a request of several files, where an account may not make that. */
  standInsAtOnce: 4,
  /** The first request of a page leaves with so many files, so that its first answers come while the others are read. */
  firstTogether: 10,
  /** When no file of a page has been read for so long, those that are there are sent. */
  lullMs: 3_000,

  /** Pauses after a fault are of a random length up to one that doubles from the first to the second (full jitter). */
  backoffBaseMs: 1_000,
  backoffLimitMs: 30_000,
  /** The longest wait a service may ask for that is waited out where nobody sees a countdown: by calls without media. */
  maxQuietWaitMs: 30_000,
  /** The longest wait a service may ask for (contract: "obey `Retry-After`, up to 120 s"). */
  maxRetryAfterMs: 120_000,
  /** The wait after a 429 that names none (BitMind's documented advice). */
  rateLimitWaitMs: 60_000,
  /** The shortest pause of everyone, however little the service asks for; it doubles with each that a request meets. */
  leastPauseMs: 1_000,
} as const;

/**
 * How often one request may be sent again by itself, by what came of it before. A file goes out a second time for these reasons,
 * and besides for no other than these:
 *
 * - Its account was changed while it was on its way, which stops it: it goes with the new one (send-request.ts).
 * - It was in a request of several that was refused for what is in it: once more in each half, until the culprit stands alone
 *   (send-media.ts). Frames of one video are alike, and are not sent again for that.
 * - It was in a request of several, and the account may not make those: once more, by itself (send-media.ts).
 * - The background ended while it was on its way, and the service has certainly not judged it, or had not got all of it: once
 *   (check/check-desk.ts).
 * - Another check has the same bytes, and the one that sent them was cancelled or lost (check/shared-verdicts.ts).
 * - The user asks for it.
 */
export const SENT_AGAIN = {
  /** A fault of the service that may pass (`isPassing`), no connection, or one that broke off. */
  fault: 3,
  /** A 429, each time when the service said. */
  limit: 10,
  /** A 401: with a new token. */
  token: 1,
} as const;

/** Why a request is sent again. */
export type SentAgain = keyof typeof SENT_AGAIN;

/** Counts how often one request is sent again. */
export interface Repeats {
  /** How often it was sent again for this reason. */
  count(why: SentAgain): number;
  /** Counts once more; false where it may not be sent again for this reason any more. */
  take(why: SentAgain): boolean;
}

/** The count of a new request. */
export function countRepeats(): Repeats {
  const counts = { fault: 0, limit: 0, token: 0 };
  return {
    count: (why) => counts[why],
    take(why) {
      if (counts[why] >= SENT_AGAIN[why]) return false;
      counts[why] += 1;
      return true;
    },
  };
}

/** Whether a status says "not now": what the service cannot do for now it may do later, but not what it does not know (501, 505). */
export function isPassing(status: number): boolean {
  return status >= 500 && status <= 599 && status !== 501 && status !== 505;
}

/** Exponential with full jitter. `repeat` counts from 1. */
export function backoffMs(repeat: number): number {
  const { backoffBaseMs, backoffLimitMs } = SEND_POLICY;
  return Math.random() * Math.min(backoffBaseMs * 2 ** (repeat - 1), backoffLimitMs);
}

/** Whether this computer is known to have no network: what is known to fail need not be tried for seconds. */
export function isOffline(): boolean {
  return navigator.onLine === false;
}

/** Waits so many milliseconds; rejects at once, with the reason of `signal`, where that is aborted. */
export function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', giveUp);
      resolve();
    }, ms);
    if (signal?.aborted) return giveUp();
    signal?.addEventListener('abort', giveUp, { once: true });
  });
}

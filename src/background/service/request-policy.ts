/**
 * How requests to the service are limited and repeated: every number of it, in one place. Times in milliseconds, sizes in
 * bytes. Everything can be aborted besides.
 */
export const REQUEST_POLICY = {
  /** Until the answer to a call without media begins: Chromium ends a service worker whose `fetch` waits for 30 s. */
  callLimitMs: 29_000,
  /** The same where somebody looks at a spinning line meanwhile. */
  briefLimitMs: 10_000,
  /** Until the answer begins once media is sent, by its kind: a video takes longer to judge. */
  answerLimitMs: { image: 30_000, video: 600_000 },
  /** The same for a batch of each kind. */
  batchAnswerLimitMs: { image: 300_000, video: 1_800_000 },
  /** For the rest of an answer that has begun; the service's own come at once. */
  bodyLimitMs: 15_000,
  /** While media is sent: time without any byte going out. */
  stallLimitMs: 30_000,
  /** Repeats after the first attempt, for network failures and statuses that say "not now" (`isPassing`). Never for a 4xx. */
  repeats: 3,
  /** Pauses between two attempts are of a random length up to one that doubles from the first to the second (full jitter). */
  backoffBaseMs: 1_000,
  backoffLimitMs: 30_000,
  /** The longest wait a service may ask for that is waited out where nobody sees a countdown: by calls without media. */
  maxQuietWaitMs: 30_000,
  /** The longest wait a service may ask for (contract: "obey `Retry-After`, up to 120 s"). */
  maxRetryAfterMs: 120_000,
  /** The wait after a 429 that names none (BitMind's documented advice). */
  rateLimitWaitMs: 60_000,
  /** How often in a row a request is sent again after a 429, each time when the service said. */
  rateLimitRepeats: 10,
  /** The shortest pause of everyone, however little the service asks for; it doubles with each that a request meets. */
  leastPauseMs: 1_000,
  /** The largest answer read; the service's own are a few kilobytes. */
  maxAnswerBytes: 5_000_000,
  /** Media on its way to the service at one time; what is more waits its turn. */
  maxTransfers: 6,
} as const;

/** Whether a status says "not now": what the service cannot do for now it may do later, but not what it does not know (501, 505). */
export function isPassing(status: number): boolean {
  return status >= 500 && status <= 599 && status !== 501 && status !== 505;
}

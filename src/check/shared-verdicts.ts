import type { Verdict } from '../bitmind/verdict.ts';

/** Sees that the same bytes are sent once, however many checks want a verdict on them at the same time. */
export interface SharedVerdicts {
  /**
   * The verdict on the bytes that `key` names: of the request that is under way for them, or by `send`. Where the check
   * that sent them was cancelled, the next one sends.
   */
  of(key: string, signal: AbortSignal, send: () => Promise<Verdict>): Promise<Verdict>;
}

interface Sending {
  readonly verdict: Promise<Verdict>;
  readonly signal: AbortSignal;
}

/** Shares the requests of one background. */
export function createSharedVerdicts(): SharedVerdicts {
  const sending = new Map<string, Sending>();
  return {
    async of(key, signal, send) {
      for (let other = sending.get(key); other; other = sending.get(key)) {
        const outcome = await settledOrAborted(other.verdict, signal);
        signal.throwIfAborted();
        if (outcome.status === 'fulfilled') return outcome.value;
        if (!other.signal.aborted) throw outcome.reason; // The service has refused these bytes.
        if (sending.get(key) === other) sending.delete(key);
      }
      const own: Sending = { verdict: send(), signal };
      sending.set(key, own);
      try {
        return await own.verdict;
      } finally {
        if (sending.get(key) === own) sending.delete(key);
      }
    },
  };
}

/** How a promise ended; as failed, when `signal` was aborted before. */
async function settledOrAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<PromiseSettledResult<T>> {
  const waiting = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true, signal: waiting.signal });
  });
  const [outcome] = await Promise.allSettled([Promise.race([promise, aborted])]);
  waiting.abort();
  return outcome;
}

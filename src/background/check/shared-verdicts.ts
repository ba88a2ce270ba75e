import type { Verdict } from '../../core/service/verdict.ts';
import type { NotJudged } from '../service/outcome.ts';
import { unlessAborted } from '../unless-aborted.ts';

/** Sees that the same bytes are sent once, however many checks want a verdict on them at the same time. */
export interface SharedVerdicts {
  /**
   * The verdict on the bytes that `key` names: of the request that is under way for them, or by `send`. Where the check
   * that sent them was cancelled, the next one sends.
   */
  of(key: string, signal: AbortSignal, send: () => Promise<Verdict>): Promise<Verdict>;
  /** The same of a request that an earlier background has sent: where it comes to nothing, the next one sends. */
  ofResumed(key: string, signal: AbortSignal, resume: () => Promise<Verdict | NotJudged>): Promise<Verdict | NotJudged>;
}

interface Sending<T extends Verdict | NotJudged = Verdict | NotJudged> {
  readonly key: string;
  readonly verdict: Promise<T>;
  readonly signal: AbortSignal;
  readonly isResumed: boolean;
}

/** Shares the requests of one background. */
export function createSharedVerdicts(): SharedVerdicts {
  const sending = new Set<Sending>();

  const underWay = (key: string) => [...sending].find((one) => one.key === key);

  async function share<T extends Verdict | NotJudged>(own: Sending<T>): Promise<T> {
    sending.add(own);
    try {
      return await own.verdict;
    } finally {
      sending.delete(own);
    }
  }

  return {
    async of(key, signal, send) {
      for (let other = underWay(key); other; other = underWay(key)) {
        const [outcome] = await Promise.allSettled([unlessAborted(other.verdict, signal)]);
        signal.throwIfAborted();
        if (outcome.status === 'fulfilled' && !('notJudged' in outcome.value)) return outcome.value;
        const isFinal = outcome.status === 'rejected' && !other.signal.aborted && !other.isResumed;
        if (isFinal) throw outcome.reason; // The service has refused these bytes.
        sending.delete(other);
      }
      return share({ key, signal, verdict: send(), isResumed: false });
    },
    ofResumed: (key, signal, resume) => share({ key, signal, verdict: resume(), isResumed: true }),
  };
}

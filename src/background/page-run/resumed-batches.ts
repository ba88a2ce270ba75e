import type { BatchPlace } from '../../core/check/check-progress.ts';
import { unlessAborted } from '../check/unless-aborted.ts';
import type { NotJudged } from '../service/not-judged.ts';
import type { SendOptions } from '../service/send-options.ts';
import type { BatchCalls, BatchOutcome } from './batch-sender.ts';
import { toldToAll } from './told-to-all.ts';

/** The requests of several media that an earlier background has sent. */
export interface ResumedBatches {
  /** The outcomes of the request that a check is in, which is followed once for all its checks. Rejects at once where it is cancelled. */
  outcomesOf(place: BatchPlace, check: SendOptions): Promise<readonly BatchOutcome[] | NotJudged>;
  /** Stops the requests that nobody wants any more. */
  stopUnwanted(): void;
}

interface Followed {
  readonly outcomes: Promise<readonly BatchOutcome[] | NotJudged>;
  readonly size: number;
  readonly checks: SendOptions[];
  readonly stopping: AbortController;
}

/** Follows what was sent before. `mayMoreCome`: there are checks that have not said yet whether they are in one of the requests. */
export function createResumedBatches(resume: BatchCalls['resume'], mayMoreCome: () => boolean): ResumedBatches {
  const followed = new Map<string, Followed>();

  function follow({ jobId, size }: BatchPlace): Followed {
    const checks: SendOptions[] = [];
    const stopping = new AbortController();
    const outcomes = resume(size, { signal: stopping.signal, job: { id: jobId, ...toldToAll(checks) } });
    return { outcomes, size, checks, stopping };
  }

  function stopUnwanted(): void {
    for (const { size, checks, stopping } of followed.values()) {
      const areAllHere = checks.length === size || !mayMoreCome();
      if (areAllHere && checks.every(({ signal }) => signal.aborted)) stopping.abort();
    }
  }

  return {
    outcomesOf(place, check) {
      const batch = followed.get(place.jobId) ?? follow(place);
      followed.set(place.jobId, batch);
      batch.checks.push(check);
      check.signal.addEventListener('abort', stopUnwanted, { once: true });
      return unlessAborted(batch.outcomes, check.signal);
    },
    stopUnwanted,
  };
}

import type { BatchPlace } from '../../core/check/check-progress.ts';
import { unlessAborted } from '../unless-aborted.ts';
import type { BatchResult, NotJudged } from './outcome.ts';
import { resumeRequest } from './resume-media.ts';
import { type Line, toldToAll } from './send-media.ts';
import type { SendOptions } from './send-options.ts';

interface Followed {
  readonly results: Promise<readonly BatchResult[] | NotJudged>;
  readonly size: number;
  readonly checks: SendOptions[];
  readonly stopping: AbortController;
}

/**
 * Follows requests of several checks that an earlier background has sent. `mayMoreCome`: there are checks that have not said yet
 * whether they are in one of them.
 */
export function followBatches(line: Pick<Line, 'service' | 'kind' | 'host'>, mayMoreCome: () => boolean) {
  const followed = new Map<string, Followed>();

  function follow({ jobId, size }: BatchPlace): Followed {
    const checks: SendOptions[] = [];
    const stopping = new AbortController();
    // The types are not known any more; they are needed for the words of an error alone.
    const sent = { isTogether: true, count: size, type: `${line.kind}/*`, sizeBytes: 0 };
    const results = resumeRequest(line, sent, { id: jobId, signal: stopping.signal, ...toldToAll(checks) });
    return { results, size, checks, stopping };
  }

  function stopUnwanted(): void {
    for (const { size, checks, stopping } of followed.values()) {
      const areAllHere = checks.length === size || !mayMoreCome();
      if (areAllHere && checks.every(({ signal }) => signal.aborted)) stopping.abort();
    }
  }

  return {
    /** What came of the request that a check is in, which is followed once for all its checks. Rejects at once where it is cancelled. */
    resultsOf(place: BatchPlace, check: SendOptions): Promise<readonly BatchResult[] | NotJudged> {
      const batch = followed.get(place.jobId) ?? follow(place);
      followed.set(place.jobId, batch);
      batch.checks.push(check);
      check.signal.addEventListener('abort', stopUnwanted, { once: true });
      return unlessAborted(batch.results, check.signal);
    },
    /** Stops the requests that nobody wants any more. */
    stopUnwanted,
  };
}

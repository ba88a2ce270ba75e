import type { Pause } from '../../core/check/check-progress.ts';
import { isErrorWith } from '../../core/errors/app-error.ts';
import { type ErrorData, hasTrait } from '../../core/errors/error-data.ts';
import type { BatchResult } from '../../core/service/batch-answer.ts';
import { permissionFor } from '../../core/service/permission.ts';
import type { SeveralOptions, SeveralParts } from './check-several.ts';
import type { BatchSentBefore, BitmindClient, MediaOptions } from './client.ts';
import type { NotJudged } from './not-judged.ts';

/** Single calls on their way at once, where an account may not send several in one. */
const CALLS_AT_ONCE = 4;

/** Has several files judged by a call each; gives what came of each, in their order. Each passes the gate for itself. */
export async function checkOneByOne(
  { session, gate, kind }: SeveralParts,
  media: readonly Blob[],
  { signal, job }: SeveralOptions,
): Promise<readonly BatchResult[]> {
  const failing = new AbortController();
  const either = AbortSignal.any([failing.signal, signal]);
  const sent = media.map(() => 0);
  const total = media.reduce((sum, { size }) => sum + size, 0);
  const pauses = new Map<number, Pause>();
  const results: BatchResult[] = [];
  const waiting = media.entries();

  /** The one that ends first is everyone's: something goes on then. */
  function onPaused(index: number, pause: Pause | undefined): void {
    if (pause === undefined) pauses.delete(index);
    else pauses.set(index, pause);
    job.onPaused([...pauses.values()].sort((one, other) => one.until - other.until)[0]);
  }

  function check(index: number, file: Blob): Promise<BatchResult> {
    const options: MediaOptions = {
      signal: either,
      job: {
        id: jobOfOne(job.id, index),
        onProgress: (fraction) => {
          sent[index] = fraction * file.size;
          job.onProgress(sent.reduce((sum, bytes) => sum + bytes, 0) / total);
        },
        onPaused: (pause) => onPaused(index, pause),
      },
    };
    const call = (client: BitmindClient) =>
      kind === 'video' ? client.checkVideo(file, options) : client.checkImage(file, options);
    return gate.send({ signal: either, onPaused: (pause) => onPaused(index, pause) }, () =>
      session.use(permissionFor(kind), call),
    );
  }

  async function work(): Promise<void> {
    for (const [index, file] of waiting) results[index] = await check(index, file).catch(refusalOfOne);
  }

  try {
    await Promise.all(Array.from({ length: CALLS_AT_ONCE }, work));
  } catch (error) {
    failing.abort(); // What is at fault for one is for all.
    throw error;
  }
  return results;
}

/**
 * Goes on waiting for what an earlier background has sent by such calls. Ends when all of them have, so that nothing is on its way any
 * more; throws `interrupted` where one of them cannot be found again.
 */
export async function resumeOneByOne(
  { session, kind }: Pick<SeveralParts, 'session' | 'kind'>,
  { count, ...sent }: BatchSentBefore,
  { signal, job }: SeveralOptions,
): Promise<readonly BatchResult[] | NotJudged> {
  const resume = (index: number) =>
    session.use(permissionFor(kind), (client) =>
      client.resume(kind, sent, { signal, job: { id: jobOfOne(job.id, index) } }),
    );
  const ends = await Promise.allSettled(Array.from({ length: count }, (_, index) => resume(index)));
  const results: BatchResult[] = [];
  for (const end of ends) {
    if (end.status === 'rejected') results.push(refusalOfOne(end.reason));
    else if (!('notJudged' in end.value)) results.push(end.value);
    else if (hasTrait(end.value.notJudged, 'about-the-file')) results.push(refusal(end.value.notJudged));
    else return end.value;
  }
  return results;
}

/** The id of one of the calls, of which the check's own names all. */
function jobOfOne(id: string, index: number): string {
  return `${id}.${index}`;
}

/** What came of a file that is at fault itself; throws what is wrong with all. */
function refusalOfOne(error: unknown): BatchResult {
  if (!isErrorWith(error, 'about-the-file')) throw error;
  return refusal(error.data);
}

function refusal(why: ErrorData): BatchResult {
  return { failed: 'refused', ...('detail' in why && why.detail && { detail: why.detail }) };
}

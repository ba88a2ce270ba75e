import type { BatchPlace, Pause } from '../../core/check/check-progress.ts';
import type { MediaKind } from '../../core/check/media-reference.ts';
import { isAppError } from '../../core/errors/app-error.ts';
import type { Verdict } from '../../core/service/verdict.ts';
import { atMost } from '../at-most.ts';
import { followBatches } from './follow-batches.ts';
import type { BatchResult, NotJudged } from './outcome.ts';
import { type Outcome, resultOf, verdictOf } from './outcome.ts';
import { permissionFor } from './permission.ts';
import { jobOfFile, resumeFiles, resumeRequest, type SentRequest } from './resume-media.ts';
import { type Line, type MediaItem, sendMedia } from './send-media.ts';
import type { SendOptions, SentBefore } from './send-options.ts';
import { SEND_POLICY } from './send-policy.ts';
import type { Service } from './service.ts';

/**
 * The way to the service for one kind of media. Throws when the account may not have it checked, as far as is known.
 * `mayMoreCome`: there are checks that have not said yet whether an earlier background has sent them.
 */
export async function mediaSender(service: Service, kind: MediaKind, mayMoreCome: () => boolean = () => false) {
  const { host } = await service.session.client(permissionFor(kind));
  let mayBatch: Promise<boolean> | undefined;
  const line: Line = {
    ...{ service, kind, host },
    mayBatch() {
      mayBatch ??= isBatchPermitted(service);
      return mayBatch;
    },
    onBatchRefused() {
      mayBatch = Promise.resolve(false);
    },
    standIns: atMost(SEND_POLICY.standInsAtOnce),
  };
  const followed = followBatches(line, mayMoreCome);

  return {
    /** Its host, as people are told it. */
    host,
    /** Whether the account may send several files in one request, as far as is known. */
    mayBatch: line.mayBatch,
    /** Has one file judged. */
    async check(file: Blob, options: SendOptions): Promise<Verdict> {
      const { promise, resolve: settle } = Promise.withResolvers<Outcome>();
      await sendMedia(line, [{ file, options, settle }], 'alone');
      return verdictOf(await promise);
    },
    /** Has the files of one check judged; gives what came of each, in their order. */
    checkSeveral: (files: readonly Blob[], options: SendOptions) => sendFiles(line, files, options),
    /** Has files of several checks judged in one request, of no more than `batchLimits`. */
    checkTogether: (items: readonly MediaItem[]) => sendMedia(line, items, 'together'),
    /** Goes on with what an earlier background has sent; throws `interrupted` where that cannot be found again. */
    async resume(sent: SentBefore, { signal, job }: SendOptions): Promise<Verdict | NotJudged> {
      const one = { type: sent.type, sizeBytes: sent.sizeBytes, isTogether: false, count: 1 };
      const results = await resumeRequest(line, one, { ...job, signal });
      return 'notJudged' in results ? results : verdictOf(results[0] ?? { failed: 'no-answer' });
    },
    /** As `resume`, for a file that was sent by `checkTogether`. */
    async resumeTogether(place: BatchPlace, options: SendOptions): Promise<Verdict | NotJudged> {
      const results = await followed.resultsOf(place, options);
      return 'notJudged' in results ? results : verdictOf(results[place.position] ?? { failed: 'no-answer' });
    },
    /** As `resume`, for `count` files of one check. */
    resumeSeveral: (sent: Omit<SentRequest, 'isTogether'>, options: SendOptions) => resumeFiles(line, sent, options),
    /** Stops the requests of an earlier background that nobody wants any more. */
    stopUnwanted: followed.stopUnwanted,
  };
}

async function isBatchPermitted({ session }: Service): Promise<boolean> {
  try {
    await session.client('batch_processing');
    return true;
  } catch (error) {
    if (isAppError(error) && error.data.code === 'not-enabled') return false;
    throw error;
  }
}

/** Sends the files of one check. What is wrong with all of them ends it, and what is at fault itself does not. */
async function sendFiles(line: Line, files: readonly Blob[], options: SendOptions): Promise<readonly BatchResult[]> {
  const failing = new AbortController();
  const signal = AbortSignal.any([failing.signal, options.signal]);
  const jobs = jobsOfFiles(files, options.job);
  const ends = files.map((file, index) => {
    const { promise, resolve: settle } = Promise.withResolvers<Outcome>();
    return { item: { file, settle, options: { signal, job: jobs(index) } }, result: promise.then(resultOf) };
  });
  void sendMedia(
    line,
    ends.map(({ item }) => item),
    { ...options, signal },
  );
  try {
    return await Promise.all(ends.map(({ result }) => result));
  } catch (error) {
    failing.abort(); // What is at fault for one is for all.
    throw error;
  }
}

/** How the calls for the files of a check are watched: the check is as far as all of them are. */
function jobsOfFiles(files: readonly Blob[], { id, onProgress, onPaused }: SendOptions['job']) {
  const sentBytes = files.map(() => 0);
  const sum = (sizes: readonly number[]) => sizes.reduce((all, size) => all + size, 0);
  const totalBytes = sum(files.map(({ size }) => size));
  const pauses = new Map<number, Pause>();
  return (index: number): SendOptions['job'] => ({
    id: jobOfFile(id, index),
    onProgress(fraction) {
      sentBytes[index] = fraction * (files[index]?.size ?? 0);
      onProgress(sum(sentBytes) / totalBytes);
    },
    /** The pause that ends first is that of the check: something goes on then. */
    onPaused(pause) {
      if (pause) pauses.set(index, pause);
      else pauses.delete(index);
      onPaused([...pauses.values()].sort((one, other) => one.until - other.until)[0]);
    },
    onBatched: () => undefined,
  });
}

import type { BatchPlace, Pause } from '../../core/check/check-progress.ts';
import type { ReadOptions } from '../read/read-outcome.ts';
import type { SendOptions } from '../service/send-options.ts';
import { changeCheck } from './change-check.ts';
import type { CheckContext } from './check-context.ts';

/** Writes into a check's record how far reading and converting have got. */
export function watchReading(context: CheckContext, id: string, signal: AbortSignal): ReadOptions {
  const startedAt = context.clock();
  return {
    signal,
    onProgress(doneBytes, totalBytes) {
      const transfer = { doneBytes, startedAt, ...(totalBytes !== undefined && { totalBytes }) };
      changeCheck(context, id, (now) => ({ ...now, progress: { transfer } }));
    },
    onConverting: (converting) => changeCheck(context, id, (now) => ({ ...now, progress: { converting } })),
  };
}

/** Writes into a check's record how far sending has got, and why it waits. */
export function watchSending(context: CheckContext, id: string, totalBytes: number, signal: AbortSignal): SendOptions {
  const startedAt = context.clock();
  const onProgress = (sent: number) =>
    changeCheck(context, id, (now) => {
      const { transfer: _, ...progress } = now.progress ?? {};
      if (sent >= 1) return { ...now, state: 'waiting', progress };
      const transfer = { doneBytes: sent * totalBytes, totalBytes, startedAt };
      return { ...now, state: 'uploading', progress: { ...progress, transfer } };
    });
  // What is in a request no more is to be sent again: a later background must not look for it there.
  const onBatched = (batch: BatchPlace | undefined) =>
    changeCheck(context, id, (now) => {
      const pause = now.progress?.pause;
      return { ...now, state: 'uploading', progress: { ...(pause && { pause }), ...(batch && { batch }) } };
    });
  const onPaused = (pause: Pause | undefined) =>
    changeCheck(context, id, (now) => ({ ...now, state: 'uploading', progress: pause ? { pause } : {} }));
  return { signal, job: { id, onProgress, onPaused, onBatched } };
}

import type { BatchPlace, Pause } from '../../core/check/check-progress.ts';
import type { ReadOptions } from '../read/read-outcome.ts';
import type { SendOptions } from '../service/send-options.ts';
import { changeCheck, showProgress } from './change-check.ts';
import type { CheckContext } from './check-context.ts';

/** Writes into a check's record how far reading and converting have got. */
export function watchReading(context: CheckContext, id: string, signal: AbortSignal): ReadOptions {
  const startedAt = context.clock();
  return {
    signal,
    onProgress(doneBytes, totalBytes) {
      const transfer = { doneBytes, startedAt, ...(totalBytes !== undefined && { totalBytes }) };
      showProgress(context, id, { transfer });
    },
    onConverting: (converting) => showProgress(context, id, { converting }),
  };
}

/** Writes into a check's record how far sending has got, and why it waits. `onBegun`: told when it is on its way, or has to wait. */
export function watchSending(
  context: CheckContext,
  id: string,
  totalBytes: number,
  signal: AbortSignal,
  onBegun: () => void = () => undefined,
): SendOptions {
  const startedAt = context.clock();
  const onProgress = (sent: number) => {
    onBegun();
    const { state, progress: { transfer: _, ...progress } = {} } = context.store.get(id) ?? {};
    if (sent >= 1) return changeCheck(context, id, (now) => ({ ...now, state: 'waiting', progress }));
    const transfer = { doneBytes: sent * totalBytes, totalBytes, startedAt };
    if (state === 'uploading') return showProgress(context, id, { ...progress, transfer });
    changeCheck(context, id, (now) => ({ ...now, state: 'uploading', progress: { ...progress, transfer } }));
  };
  // What is in a request no more is to be sent again: a later background must not look for it there.
  const onBatched = (batch: BatchPlace | undefined) =>
    changeCheck(context, id, (now) => {
      const pause = now.progress?.pause;
      return { ...now, state: 'uploading', progress: { ...(pause && { pause }), ...(batch && { batch }) } };
    });
  const onPaused = (pause: Pause | undefined) => {
    onBegun();
    changeCheck(context, id, (now) => ({ ...now, state: 'uploading', progress: pause ? { pause } : {} }));
  };
  return { signal, job: { id, onProgress, onPaused, onBatched } };
}

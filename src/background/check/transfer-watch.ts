import type { ReadOptions, SendOptions } from '../../core/check/check-desk-parts.ts';
import type { BatchPlace, Pause } from '../../core/check/check-progress.ts';
import type { CheckRecord } from '../../core/check/check-record.ts';

/** Changes the record of a check that has not ended. */
type Change = (id: string, next: (check: CheckRecord) => CheckRecord) => void;

/** Writes into a check's record how far reading, converting and sending have got. `clock` gives epoch milliseconds. */
export function transferWatch(change: Change, clock: () => number) {
  function readOptions(id: string, signal: AbortSignal): ReadOptions {
    const startedAt = clock();
    const onProgress = (doneBytes: number, totalBytes: number | undefined) => {
      const transfer = { doneBytes, startedAt, ...(totalBytes !== undefined && { totalBytes }) };
      change(id, (now) => ({ ...now, progress: { transfer } }));
    };
    const onConverting = (converting: number) => change(id, (now) => ({ ...now, progress: { converting } }));
    return { signal, onProgress, onConverting };
  }

  function sendOptions(id: string, totalBytes: number, signal: AbortSignal): SendOptions {
    const startedAt = clock();
    const onProgress = (sent: number) =>
      change(id, (now) => {
        const { transfer: _, ...progress } = now.progress ?? {};
        if (sent >= 1) return { ...now, state: 'waiting', progress };
        const transfer = { doneBytes: sent * totalBytes, totalBytes, startedAt };
        return { ...now, state: 'uploading', progress: { ...progress, transfer } };
      });
    // What is in a request no more is to be sent again: a later background must not look for it there.
    const onBatched = (batch: BatchPlace | undefined) =>
      change(id, (now) => {
        const pause = now.progress?.pause;
        return { ...now, state: 'uploading', progress: { ...(pause && { pause }), ...(batch && { batch }) } };
      });
    const onPaused = (pause: Pause | undefined) =>
      change(id, (now) => ({ ...now, state: 'uploading', progress: pause ? { pause } : {} }));
    return { signal, job: { id, onProgress, onPaused, onBatched } };
  }

  return { readOptions, sendOptions };
}

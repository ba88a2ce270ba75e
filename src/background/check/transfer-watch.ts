import type { ReadOptions, SendOptions } from '../../core/check/check-desk-parts.ts';
import type { BatchPlace, CheckRecord } from '../../core/check/check-record.ts';
import type { Pause } from '../service/request-gate.ts';

/** Changes the record of a check that has not ended. */
type Change = (id: string, next: (check: CheckRecord) => CheckRecord) => void;

/** Writes into a check's record how far reading, converting and sending have got. `clock` gives epoch milliseconds. */
export function transferWatch(change: Change, clock: () => number) {
  function readOptions(id: string, signal: AbortSignal): ReadOptions {
    const startedAt = clock();
    const onProgress = (doneBytes: number, totalBytes: number | undefined) => {
      const transfer = { doneBytes, startedAt, ...(totalBytes !== undefined && { totalBytes }) };
      change(id, (now) => ({ ...now, transfer }));
    };
    const onConverting = (converting: number) => change(id, ({ transfer: _, ...now }) => ({ ...now, converting }));
    return { signal, onProgress, onConverting };
  }

  function sendOptions(id: string, totalBytes: number, signal: AbortSignal): SendOptions {
    const startedAt = clock();
    const onProgress = (sent: number) =>
      change(id, ({ transfer: _, ...now }) => {
        if (sent >= 1) return { ...now, state: 'waiting' };
        const transfer = { doneBytes: sent * totalBytes, totalBytes, startedAt };
        return { ...now, state: 'uploading', transfer };
      });
    // What is in a request no more is to be sent again: a later background must not look for it there.
    const onBatched = (batch: BatchPlace | undefined) =>
      change(id, ({ batch: _, transfer: __, ...now }) => ({ ...now, state: 'uploading', ...(batch && { batch }) }));
    const onPaused = (pause: Pause | undefined) =>
      change(id, ({ pausedUntil: _, pauseReason: __, transfer: ___, batch: ____, ...now }) => ({
        ...now,
        state: 'uploading',
        ...(pause && { pausedUntil: pause.until, pauseReason: pause.reason }),
      }));
    return { signal, job: { id, onProgress, onPaused, onBatched } };
  }

  return { readOptions, sendOptions };
}

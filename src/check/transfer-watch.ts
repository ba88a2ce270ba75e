import type { ReadOptions, SendOptions } from './check-desk-parts.ts';
import type { BatchPlace, CheckRecord } from './check-record.ts';

/** How reading and sending are watched: how far they have got goes into the check's record. */
export interface TransferWatch {
  readOptions(id: string, signal: AbortSignal): ReadOptions;
  sendOptions(id: string, totalBytes: number, signal: AbortSignal): SendOptions;
}

/** Watches by `change`, which changes a check that has not ended. */
export function createTransferWatch(
  change: (id: string, next: (check: CheckRecord) => CheckRecord) => void,
  clock: () => number,
): TransferWatch {
  function readOptions(id: string, signal: AbortSignal): ReadOptions {
    const startedAt = clock();
    const onProgress = (doneBytes: number, totalBytes: number | undefined) => {
      const transfer = { doneBytes, startedAt, ...(totalBytes !== undefined && { totalBytes }) };
      change(id, (now) => ({ ...now, transfer }));
    };
    return { signal, onProgress };
  }

  function sendOptions(id: string, totalBytes: number, signal: AbortSignal): SendOptions {
    const startedAt = clock();
    const onProgress = (sent: number) =>
      change(id, ({ transfer: _, ...now }) => {
        if (sent >= 1) return { ...now, state: 'waiting' };
        const transfer = { doneBytes: sent * totalBytes, totalBytes, startedAt };
        return { ...now, state: 'uploading', transfer };
      });
    const onBatched = (batch: BatchPlace) => change(id, (now) => ({ ...now, batch }));
    return { signal, job: { id, onProgress, onBatched } };
  }

  return { readOptions, sendOptions };
}

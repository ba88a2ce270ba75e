import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { askFileMetadataWorker } from '../../../../src/offscreen/file-metadata/ask-metadata-worker.ts';

/** A worker that is kept busy for ever by what it reads. */
class BusyWorker {
  static readonly running = new Set<BusyWorker>();

  constructor() {
    BusyWorker.running.add(this);
  }

  postMessage(): void {}

  terminate(): void {
    BusyWorker.running.delete(this);
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('Worker', BusyWorker);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A file of that size, none of which is in memory. */
const fileOf = (sizeBytes: number) => Object.defineProperty(new Blob(), 'size', { value: sizeBytes });

const ask = (sizeBytes: number) => askFileMetadataWorker({ file: fileOf(sizeBytes), moreAnchors: '' });

it.each([
  [1_000_000, 5_100],
  [500_000_000, 55_000],
])('ends the worker of a file of %i bytes after %i ms', async (sizeBytes, limitMs) => {
  const read = expect(ask(sizeBytes)).rejects.toThrow('took too long');
  await vi.advanceTimersByTimeAsync(limitMs - 1);
  expect(BusyWorker.running.size).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  await read;
  expect(BusyWorker.running.size).toBe(0);
});

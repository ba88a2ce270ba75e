import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { convertInWorker } from '../../../../src/offscreen/mp4/convert-in-worker.ts';

/** A worker that does nothing but what a test has it say. */
class SilentWorker {
  static readonly all: SilentWorker[] = [];
  isRunning = true;
  onmessage?: (event: { readonly data: unknown }) => void;
  onerror?: () => void;

  constructor() {
    SilentWorker.all.push(this);
  }

  postMessage(): void {}

  terminate(): void {
    this.isRunning = false;
  }
}

const MINUTE = 60_000;
const ORDER = { file: new Blob(['a video']), name: 'WebM', maxBytes: 1_000 };
const UNCONVERTED = { data: { code: 'video-format-unsupported', format: 'WebM' } };

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('Worker', SilentWorker);
  SilentWorker.all.length = 0;
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A conversion, whose end is told as a value, and its worker. */
function begin(signal?: AbortSignal) {
  const told: number[] = [];
  const onProgress = (fraction: number) => told.push(fraction);
  const end = convertInWorker(ORDER, { signal, onProgress }).catch((error: unknown) => ({ error }));
  const [worker] = SilentWorker.all;
  if (!worker) throw new Error('there is no worker');
  return { end, worker, told, say: (data: unknown) => worker.onmessage?.({ data }) };
}

it('gives what the worker made, told how far it was, and ends it', async () => {
  const { end, worker, told, say } = begin();
  const result = { video: new Blob(['an MP4']), isReencoded: false };
  say({ type: 'progress', fraction: 0.5 });
  say({ type: 'done', result });
  expect(await end).toBe(result);
  expect(told).toEqual([0.5]);
  expect(worker.isRunning).toBe(false);
});

it('ends the worker at once when it is stopped, and starts none after that', async () => {
  const stopping = new AbortController();
  const { end, worker } = begin(stopping.signal);
  stopping.abort('enough');
  expect(await end).toEqual({ error: 'enough' });
  expect(worker.isRunning).toBe(false);
  await expect(convertInWorker(ORDER, { signal: stopping.signal })).rejects.toBe('enough');
  expect(SilentWorker.all).toHaveLength(1);
});

it('ends the worker after a minute without progress, and not before', async () => {
  const { end, worker, say } = begin();
  vi.advanceTimersByTime(MINUTE - 1);
  say({ type: 'progress', fraction: 0 });
  vi.advanceTimersByTime(MINUTE - 1);
  expect(worker.isRunning).toBe(true);
  vi.advanceTimersByTime(1);
  expect(await end).toMatchObject({ error: UNCONVERTED });
  expect(worker.isRunning).toBe(false);
});

it('ends the worker after half an hour, however much it says', async () => {
  const { end, worker, say } = begin();
  for (let minute = 0; minute < 30; minute += 1) {
    say({ type: 'progress', fraction: minute / 100 });
    vi.advanceTimersByTime(MINUTE);
  }
  expect(await end).toMatchObject({ error: UNCONVERTED });
  expect(worker.isRunning).toBe(false);
});

it.each([
  [
    'says why it could not',
    { code: 'not-a-video' },
    ({ say }: ReturnType<typeof begin>) => say({ type: 'failed', error: { code: 'not-a-video' } }),
  ],
  ['breaks down', UNCONVERTED.data, ({ worker }: ReturnType<typeof begin>) => worker.onerror?.()],
])('ends a worker that %s', async (_what, data, fail) => {
  const conversion = begin();
  fail(conversion);
  expect(await conversion.end).toMatchObject({ error: { data } });
  expect(conversion.worker.isRunning).toBe(false);
});

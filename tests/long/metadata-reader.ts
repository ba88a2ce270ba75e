// An idle worker for the fuzz run: reads what a file says, and tells what that cost. A process of its own, so that its memory is
// nobody else's.
import { Worker } from 'node:worker_threads';
import { readFileMetadata } from '../../src/offscreen/file-metadata/read-file-metadata.ts';
import { CORPUS } from '../unit/offscreen/file-metadata/metadata-corpus.ts';

/** What reading one file cost. */
export interface Cost {
  readonly cpuMs: number;
  /** Above what the process had before. */
  readonly bytes: number;
  /** What went wrong, but for a file that was refused for what it costs. */
  readonly error?: string;
}

/** Why a file is refused. */
const REFUSALS = /^(metadata (are|have) too|Content Credentials are too large)/;

/** Writes the highest memory into the first of two numbers, in kilobytes, all the time. */
const WATCH = `const { workerData: peak } = require('node:worker_threads');
for (;;) { peak[0] = Math.max(peak[0], process.memoryUsage.rss() / 1024); Atomics.wait(peak, 1, 0, 2); }`;

const peak = new Int32Array(new SharedArrayBuffer(8));
new Worker(WATCH, { eval: true, workerData: peak });

const engine = {
  manifestStore: async () => ({ json: '{}', resource: () => new Uint8Array() }),
  anchors: '',
  fetchesRemote: false,
};

async function costOf(bytes: Uint8Array<ArrayBuffer>): Promise<Cost> {
  const file = new Blob([bytes]);
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  peak[0] = 0;
  const cpu = process.threadCpuUsage();
  let error: string | undefined;
  await readFileMetadata(file, engine).catch((cause: unknown) => {
    const message = String(cause instanceof Error ? cause.message : cause);
    if (!REFUSALS.test(message)) error = message;
  });
  const { user, system } = process.threadCpuUsage(cpu);
  const bytesMore = Math.max(0, (peak[0] ?? 0) * 1024 - before);
  return { cpuMs: (user + system) / 1_000, bytes: bytesMore, ...(error !== undefined && { error }) };
}

for (const [, file] of CORPUS) await costOf(file); // As one that has read some.
process.on('message', (bytes: Uint8Array<ArrayBuffer>) => void costOf(bytes).then((cost) => process.send?.(cost)));
process.send?.('ready');

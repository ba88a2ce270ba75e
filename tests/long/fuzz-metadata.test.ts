import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFileBudget } from '../../src/offscreen/file-metadata/file-budget.ts';
import { metadataFormat } from '../../src/offscreen/file-metadata/file-format.ts';
import { createMetadataReader } from '../../src/offscreen/file-metadata/metadata-reader.ts';
import { FILE_NAMES, fileOf, MOST_BYTES, made, type Recipe, recipes } from './changed-files.ts';
import type { Cost } from './metadata-reader.ts';

/** For all walkers together, in milliseconds. */
const RUN_MS = Number(process.env.FUZZ_MS ?? 600_000);

/** What a file of 1 MB may cost: CPU, and memory above the idle worker. */
const MOST_CPU_MS = 5_000;
const MOST_MEMORY_BYTES = 128_000_000;

/** A run with the seed that another printed has the same files. */
const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);

/** Recipes that once cost too much, or nearly. */
const KEPT: readonly Recipe[] = [
  { file: 'packed XMP in a PNG', changes: [{ kind: 'set', at: 0, byte: 0x89 }] },
  { file: 'items of a HEIC in pieces without any bytes', changes: [{ kind: 'set', at: 0, byte: 0 }] },
];

let reader: ChildProcess;

beforeAll(() => startReader());
afterAll(async () => {
  await underWay;
  reader.kill();
});

async function startReader(): Promise<void> {
  reader = fork('tests/long/metadata-reader.ts', { execArgv: ['--expose-gc'], serialization: 'advanced' });
  await once(reader, 'message');
}

/** The last question that is under way: a run that is interrupted leaves one. */
let underWay: Promise<unknown> = Promise.resolve();

function costOf(bytes: Uint8Array): Promise<Cost> {
  const cost = underWay.then(() => ask(bytes));
  underWay = cost;
  return cost;
}

async function ask(bytes: Uint8Array): Promise<Cost> {
  const settled = new AbortController();
  const { signal } = settled;
  const answer = once(reader, 'message', { signal });
  const end = once(reader, 'exit', { signal }).then(() => [undefined]);
  reader.send(bytes);
  const [cost] = await Promise.race([answer, end]);
  settled.abort();
  await Promise.allSettled([answer, end]);
  if (cost) return cost;
  await startReader();
  return { cpuMs: 0, bytes: 0, error: 'the reader is gone' };
}

async function expectCheap(recipe: Recipe): Promise<void> {
  const { cpuMs, bytes, error } = await costOf(made(recipe));
  expect(error).toBeUndefined();
  expect(cpuMs).toBeLessThan(MOST_CPU_MS);
  expect(bytes).toBeLessThan(MOST_MEMORY_BYTES);
}

const formats = Map.groupBy(
  await Promise.all(
    FILE_NAMES.filter((name) => fileOf(name).length <= MOST_BYTES).map(async (name) => {
      const head = createMetadataReader(new Blob([fileOf(name)]), createFileBudget());
      return [name, (await metadataFormat(head))?.type] as const;
    }),
  ),
  ([, type]) => type,
);
formats.delete(undefined);

describe('no file of 1 MB costs more than 5 s and 128 MB', () => {
  it.each(KEPT)('$file, as it is kept', (recipe) => expectCheap(recipe));

  it.each([...formats])(
    `%s (FUZZ_SEED=${SEED})`,
    async (_type, files) => {
      const names = files.map(([name]) => name);
      const ms = RUN_MS / formats.size;
      await fc.assert(fc.asyncProperty(recipes(names), expectCheap), {
        seed: SEED,
        numRuns: Number.MAX_SAFE_INTEGER,
        interruptAfterTimeLimit: ms,
        markInterruptAsFailure: false,
      });
    },
    2 * RUN_MS,
  );
});

// @module-tag ffmpeg
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import type { Subject } from './fault-pages.ts';
import { holdMetadata } from './node/metadata-worker-in-node.ts';
import { useNodeBed } from './node/node-cases.ts';

const bed = useNodeBed();

const NOTE = 'The file contains traces of an AI generator: ComfyUI.';
const SAID = {
  credentials: { state: 'none' },
  notes: [{ kind: 'generator', name: 'ComfyUI' }],
  facts: {},
} as const;

/** How many results in the history have what their file says. */
async function keptWithNote(): Promise<number> {
  const database = await openDB('bitmind-history');
  const all = await database.getAll('checks');
  database.close();
  return all.filter((stored) => JSON.stringify(stored).includes('ComfyUI')).length;
}

const SUBJECTS: readonly Subject[] = ['image', 'video', 'page', 'many-images'];

test.each(SUBJECTS)('%s: no verdict waits for what a file says, which is kept when it comes', async (subject) => {
  const before = await keptWithNote();
  const release = holdMetadata(SAID);
  const { waitFor } = await bed().begin(subject);
  const done = await waitFor('to be done', ({ state, isAi }) => state === 'done' && isAi !== undefined);
  await bed().checkAside();
  const results = await bed().storedResults();
  expect(await keptWithNote()).toBe(before);
  release();
  const isKept = async () => (await keptWithNote()) === before + done.length + 1 || undefined;
  await bed().waitFor('what the files say to be in the history', isKept);
  expect(await bed().storedResults()).toBe(results);
});

test('a page whose files take long holds up no file of another tab', async () => {
  const before = await keptWithNote();
  const release = holdMetadata(SAID, ({ size }) => size > 1_000_000);
  const { waitFor } = await bed().begin('large-images');
  const { length } = await waitFor('to be done', ({ state }) => state === 'done');
  await bed().checkAside();
  await bed().waitFor('the other file to be read', async () => (await keptWithNote()) === before + 1 || undefined);
  release();
  await bed().waitFor('all to be read', async () => (await keptWithNote()) === before + 1 + length || undefined);
});

test('what the file says comes into the panel that shows the verdict', async () => {
  const release = holdMetadata(SAID);
  const { shown } = await bed().begin('image');
  expect(await shown.waitForLine('Likely not AI-generated')).not.toContain(NOTE);
  release();
  await shown.waitForLine(NOTE);
});

test('what the file says is there where no verdict comes', async () => {
  bed().sandbox.always('/image', { status: 413 });
  const release = holdMetadata(SAID);
  const { shown, waitFor } = await bed().begin('image');
  await waitFor('to fail', ({ state }) => state === 'failed');
  release();
  await shown.waitForLine(NOTE);
});

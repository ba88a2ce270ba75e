// @module-tag ffmpeg

import { openDB } from 'idb';
import { imageDimensionsFromData } from 'image-dimensions';
import { expect, test } from 'vitest';
import { byPlace, middleOf } from '../fixtures/place-picture.ts';
import { useNodeBed } from './node/node-cases.ts';

const bed = useNodeBed();

const ASK = 'How firm is this?';

/** Whether a result in the history has a word. */
async function keptWith(word: string): Promise<boolean> {
  const database = await openDB('bitmind-history');
  const all = await database.getAll('checks');
  database.close();
  return JSON.stringify(all).includes(word);
}

/** Begins a check of an image that says of each of its parts where it is, and waits for its verdict. */
async function judged() {
  bed().sandbox.always('/image', { verdict: { isAI: true, confidence: 0.97 } });
  const begun = await bed().begin('other-image');
  await begun.shown.waitForLine('Likely AI-generated');
  await begun.shown.waitForButtons(['Close', 'Check again', 'Check a part', ASK]);
  return begun;
}

test('a verdict is firm where all versions have its headline, each the right part in the right size', async () => {
  const { shown } = await judged();
  const before = bed().sandbox.requests('/batch_image').length;
  bed().sandbox.next('/batch_image', {
    verdict: [0.97, 0.91, 0.93, 0.95, 0.92, 0.94].map((confidence) => ({ isAI: true, confidence })),
  });
  await shown.press(ASK);
  const lines = await shown.waitForLine('Firm: 91–97% in 6 versions');
  expect(lines).toEqual(
    expect.arrayContaining([
      'Original: 97%',
      'Half size: 91%',
      'Saved again as JPEG and WebP: 93%',
      'Centred square: 95%',
      'Left third: 92%',
      'Right third: 94%',
    ]),
  );
  const requests = bed().sandbox.requests('/batch_image').slice(before);
  expect(requests).toHaveLength(1);
  const seen = (requests[0]?.parts ?? []).map(({ type, bytes = Buffer.alloc(0) }) => {
    const { width, height } = imageDimensionsFromData(bytes) ?? {};
    const { across = -1, down = -1 } = middleOf(bytes) ?? {};
    return [type, width, height, across.toFixed(1), down.toFixed(1)];
  });
  expect(seen).toEqual([
    ['image/png', 48, 48, '0.5', '0.5'],
    ['image/png', 24, 24, '0.5', '0.5'],
    ['image/jpeg', 48, 48, '-1.0', '-1.0'],
    ['image/png', 48, 48, '0.5', '0.5'],
    ['image/png', 16, 48, '0.2', '0.5'],
    ['image/png', 16, 48, '0.8', '0.5'],
  ]);
  await shown.waitForButtons(['Close', 'Check again', 'Check a part']);
});

test('a verdict depends on the version where one has another headline, and that is kept with the result', async () => {
  const { shown, now } = await judged();
  bed().sandbox.next('/batch_image', byPlace(0.9));
  await shown.press(ASK);
  const lines = await shown.waitForLine('Depends on the version: 17–90%');
  expect(lines).toEqual(expect.arrayContaining(['Left third: 17%', 'Right third: 83%', 'Likely AI-generated']));
  expect(await now()).toMatchObject([{ state: 'done', isAi: true }]);
  await bed().waitFor('it to be in the history', async () => (await keptWith('left-third')) || undefined);
});

test('a version without an answer is left out, and that is said', async () => {
  const { shown } = await judged();
  bed().sandbox.next('/batch_image', {
    verdict: { isAI: true, confidence: 0.9 },
    rearrange: (items) => items.filter(({ batch_position: position }) => position !== 2),
  });
  await shown.press(ASK);
  const lines = await shown.waitForLine('Firm: 90% in 5 versions · BitMind gave a verdict on 5 of 6 versions.');
  expect(lines).not.toContain('Saved again as JPEG and WebP: 90%');
});

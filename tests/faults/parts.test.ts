// @module-tag ffmpeg

import { expect, test } from 'vitest';
import { BY_MOMENT } from '../fixtures/moment-of.ts';
import { useNodeBed } from './node/node-cases.ts';

const bed = useNodeBed();

const ASK = 'Check by parts';

/** Begins a check of a video of 40 s that says of each moment when it is, and waits for its verdict. */
async function judged(subject: 'long-video' | 'long-webm-video' | 'uncut-video' = 'long-video') {
  bed().sandbox.always('/video', { verdict: { isAI: true, confidence: 0.97 } });
  const begun = await bed().begin(subject);
  await begun.shown.waitForLine('Likely AI-generated');
  await begun.shown.waitForButtons(['Close', 'Check again', ASK]);
  return begun;
}

test.each([
  ['as it is', 'long-video'],
  ['out of the original of what was converted', 'long-webm-video'],
] as const)(
  'each part is judged by a clip from its beginning, cut %s, in one request, and that is said before',
  async (_how, subject) => {
    const { shown, now } = await judged(subject);
    const before = bed().sandbox.requests('/batch_video').length;
    bed().sandbox.next('/batch_video', BY_MOMENT);
    await shown.waitForLine('Uses up to 4 of your requests');
    await shown.press(ASK);
    // It can be cut each four seconds: at 12, not at 10, and at 32, not at 30.
    const lines = await shown.waitForLine('In 4 parts: under 1% – 80%');
    expect(lines).toEqual(
      expect.arrayContaining([
        'Likely AI-generated',
        '0:00–0:04 · under 1% · Likely not AI-generated',
        '0:12–0:16 · 30% · Likely not AI-generated',
        '0:20–0:24 · 50% · Inconclusive',
        '0:32–0:36 · 80% · Likely AI-generated',
      ]),
    );
    const requests = bed().sandbox.requests('/batch_video').slice(before);
    expect(requests).toHaveLength(1);
    expect(requests[0]?.parts.map(({ name, type }) => [name, type])).toEqual(Array(4).fill(['videos', 'video/mp4']));
    expect(await now()).toMatchObject([{ state: 'done', isAi: true }]);
    await shown.waitForButtons(['Close', 'Check again']);
  },
);

test('a part without an answer is left out, and that is said', async () => {
  const { shown } = await judged();
  bed().sandbox.next('/batch_video', {
    ...BY_MOMENT,
    rearrange: (items) => items.filter(({ batch_position: position }) => position !== 1),
  });
  await shown.press(ASK);
  const lines = await shown.waitForLine('In 3 parts: under 1% – 80% · BitMind gave a verdict on 3 of 4 parts.');
  expect(lines.some((line) => line.startsWith('0:12'))).toBe(false);
});

test('a video that can be cut at its beginning alone is not sent, which is said and not offered again', async () => {
  const { shown, now } = await judged('uncut-video');
  const before = bed().sandbox.requests('/batch_video').length;
  await shown.press(ASK);
  await shown.waitForLine(/can’t be cut into parts without re-encoding it/);
  await shown.waitForButtons(['Close', 'Check again']);
  expect(bed().sandbox.requests('/batch_video')).toHaveLength(before);
  expect(await now()).toMatchObject([{ state: 'done', isAi: true }]);
});

test('a short video is not offered in parts', async () => {
  bed().sandbox.always('/video', { verdict: { isAI: true, confidence: 0.97 } });
  const { shown } = await bed().begin('video');
  await shown.waitForLine('Likely AI-generated');
  await shown.waitForButtons(['Close', 'Check again']);
});

test('an account that may send no batch has each part sent by itself', async () => {
  const { shown } = await judged();
  const before = bed().sandbox.requests('/video').length;
  bed().sandbox.always('/video', BY_MOMENT);
  bed().sandbox.next('/batch_video', { status: 403 });
  await shown.press(ASK);
  await shown.waitForLine('In 4 parts: under 1% – 80%');
  expect(bed().sandbox.requests('/video')).toHaveLength(before + 4);
});

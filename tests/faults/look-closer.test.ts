// @module-tag ffmpeg

import { describe, expect, test } from 'vitest';
import { useNodeBed } from './node/node-cases.ts';

const bed = useNodeBed();

/** What is asked of the media of a verdict at the user's wish alone. */
const WAYS = [
  {
    name: 'how firm an image’s verdict is',
    subject: 'other-image',
    sentTo: '/image',
    askedAt: '/batch_image',
    ask: 'How firm is this?',
    others: ['Close', 'Check again', 'Check a part'],
    says: 'Checking 6 versions of this image…',
  },
  {
    name: 'a video by parts',
    subject: 'long-video',
    sentTo: '/video',
    askedAt: '/batch_video',
    ask: 'Check by parts',
    others: ['Close', 'Check again'],
    says: 'Checking 4 parts of this video…',
  },
] as const;

describe.each(WAYS)('$name', ({ subject, sentTo, askedAt, ask, others, says }) => {
  /** Begins a check, and waits for its verdict. */
  async function judged() {
    bed().sandbox.always(sentTo, { verdict: { isAI: true, confidence: 0.97 } });
    const begun = await bed().begin(subject);
    await begun.shown.waitForLine('Likely AI-generated');
    await begun.shown.waitForButtons([...others, ask]);
    return begun;
  }

  test('can be stopped, and asked again; the verdict stays', async () => {
    const { shown, now } = await judged();
    const held = bed().sandbox.hold(askedAt);
    await shown.press(ask);
    await shown.waitForLine(says);
    const { number } = await held.arrived;
    await shown.press('Cancel');
    await shown.waitForButtons([...others, ask]);
    expect(await now()).toMatchObject([{ state: 'done', isAi: true }]);
    const isAborted = () =>
      bed()
        .sandbox.requests()
        .find((one) => one.number === number)?.outcome === 'aborted' || undefined;
    await bed().waitFor('the request to be stopped', isAborted);
    held.release();
  });

  test('what goes wrong is said beside the verdict, and it can be asked again', async () => {
    const { shown } = await judged();
    bed().sandbox.next(askedAt, { status: 413 });
    await shown.press(ask);
    const lines = await shown.waitForLine(/couldn’t use this file/);
    expect(lines).toContain('Likely AI-generated');
    await shown.waitForButtons([...others, ask]);
  });
});

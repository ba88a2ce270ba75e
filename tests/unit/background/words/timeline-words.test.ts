import { beforeAll, describe, expect, it } from 'vitest';
import { timelineView } from '../../../../src/background/words/timeline-words.ts';
import type { CheckRecord } from '../../../../src/core/check/check-record.ts';
import { aCheck } from '../../../a-check.ts';
import { speakEnglish } from '../../english.ts';

beforeAll(speakEnglish);

const BAND = { low: 0.4, high: 0.6 };

/** What was said of clips of four seconds, each from there on. */
function view(said: readonly (readonly [from: number, likelihood: number | undefined])[], sentCount = said.length) {
  const parts = said.map(([fromSeconds, likelihood = 1]) => ({
    fromSeconds,
    toSeconds: fromSeconds + 4,
    isAi: likelihood > 0.5,
    ...(said.find(([from]) => from === fromSeconds)?.[1] !== undefined && { likelihood }),
  }));
  const timeline: CheckRecord['timeline'] = { sentCount, parts };
  const verdict = { isAi: true, likelihood: 0.97 };
  return timelineView(aCheck('a', 0, { verdict, timeline, read: { durationSeconds: 100 } }), BAND).timeline;
}

describe('the parts of a video, in words and over time', () => {
  it.each([
    ['all above the range', [0.97, 0.91, 0.93], 'In 3 parts: 91–97%'],
    ['one on the other side', [0.97, 0.22, 0.93], 'In 3 parts: 22–97%'],
    ['all alike', [0.9, 0.9], 'In 2 parts: 90%'],
    ['almost certain, and not at all', [0.999, 0.001], 'In 2 parts: under 1% – over 99%'],
    ['none with a number', [undefined, undefined], 'In 2 parts: Likely AI-generated'],
  ] as const)('%s: %j reads "%s"', (_, likelihoods, words) => {
    expect(view(likelihoods.map((likelihood, index) => [10 * index, likelihood]))?.words).toBe(words);
  });

  it('say how many were not answered', () => {
    expect(
      view(
        [
          [0, 0.9],
          [50, 0.8],
        ],
        4,
      )?.words,
    ).toBe('In 2 parts: 80–90% · BitMind gave a verdict on 2 of 4 parts.');
  });

  it('stand at their time, each with its own finding', () => {
    const timeline = view([
      [10, 0.97],
      [30, 0.5],
      [80, undefined],
    ]);
    expect(timeline?.parts).toEqual([
      { words: '0:10–0:14 · 97% · Likely AI-generated', tone: 'likely-ai', fraction: 0.97, from: 0.1 },
      { words: '0:30–0:34 · 50% · Inconclusive', tone: 'inconclusive', fraction: 0.5, from: 0.3 },
      { words: '1:20–1:24 · Likely AI-generated', tone: 'likely-ai', from: 0.8 },
    ]);
  });

  it('are nothing where nobody asked', () => {
    expect(timelineView(aCheck('a', 0, { verdict: { isAi: true } }), BAND)).toEqual({});
  });
});

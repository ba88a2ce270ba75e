import { describe, expect, it } from 'vitest';
import { likelihoodSpread } from '../../../../src/background/words/likelihood-words.ts';
import { headlineOfFrames } from '../../../../src/core/check/shown-verdict.ts';

const BAND = { low: 0.4, high: 0.6 };

/** Frames by their likelihoods; null: none is known, and the service said "not AI". */
function frames(...likelihoods: readonly (number | null)[]) {
  return likelihoods.map((likelihood, atSeconds) => ({
    isAi: (likelihood ?? 0) >= 0.5,
    atSeconds,
    ...(likelihood !== null && { likelihood }),
  }));
}

describe('the headline of a video of which frames were judged', () => {
  it.each([
    ['all AI', frames(0.9, 0.97, 0.61), 3, { headline: 'likely-ai' }],
    ['all not AI', frames(0.03, 0.2, 0.39), 3, { headline: 'likely-not-ai' }],
    ['all not AI, one without a number', frames(0.03, null), 2, { headline: 'likely-not-ai' }],
    ['all inconclusive', frames(0.5, 0.45, 0.6), 3, { headline: 'inconclusive' }],
    ['one of many AI', frames(0.03, 0.03, 0.03, 0.91), 4, { headline: 'inconclusive', doubt: 'frames-differ' }],
    ['one of many inconclusive', frames(0.03, 0.03, 0.5), 3, { headline: 'inconclusive', doubt: 'frames-differ' }],
    ['half answered', frames(0.9, 0.9), 4, { headline: 'likely-ai' }],
    ['fewer than half answered', frames(0.9), 4, { headline: 'inconclusive', doubt: 'few-answers' }],
  ] as const)('%s', (_name, judged, sentCount, expected) => {
    expect(headlineOfFrames(judged, sentCount, BAND)).toEqual(expected);
  });

  it('goes with how far the frames are apart, and no number for all', () => {
    expect(likelihoodSpread(frames(0.5, 0.03, null, 0.91))).toEqual({ lowest: 0.03, highest: 0.91 });
    expect(likelihoodSpread(frames(null))).toBeUndefined();
  });
});

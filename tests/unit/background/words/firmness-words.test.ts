import { beforeAll, describe, expect, it } from 'vitest';
import { firmnessView } from '../../../../src/background/words/firmness-words.ts';
import type { VersionVerdict } from '../../../../src/core/check/firmness.ts';
import { aCheck } from '../../../a-check.ts';
import { speakEnglish } from '../../english.ts';

beforeAll(speakEnglish);

const BAND = { low: 0.4, high: 0.6 };
const NAMES = ['original', 'half-size', 're-shared', 'square', 'left-third', 'right-third'] as const;

const judged = (likelihoods: readonly (number | undefined)[], isAi = true) =>
  likelihoods.flatMap((likelihood, index): VersionVerdict[] => {
    const version = NAMES[index];
    return version
      ? [
          {
            version,
            isAi: likelihood === undefined ? isAi : likelihood > 0.5,
            ...(likelihood !== undefined && { likelihood }),
          },
        ]
      : [];
  });

const view = (firmness: readonly VersionVerdict[]) =>
  firmnessView(aCheck('a', 0, { verdict: { isAi: true, likelihood: 0.97 }, firmness }), BAND).firmness;

describe('how firm a verdict is, in words', () => {
  it.each([
    ['all above the range', [0.97, 0.91, 0.93, 0.95, 0.92, 0.94], 'Firm: 91–97% in 6 versions'],
    ['all below it', [0.03, 0.06, 0.1, 0.39, 0.02, 0.05], 'Firm: 2–39% in 6 versions'],
    ['all within it', [0.4, 0.5, 0.55, 0.6, 0.45, 0.41], 'Firm: 40–60% in 6 versions'],
    ['one just within it', [0.97, 0.6, 0.93, 0.95, 0.92, 0.94], 'Depends on the version: 60–97%'],
    ['one just above it', [0.97, 0.601, 0.93, 0.95, 0.92, 0.94], 'Firm: 60–97% in 6 versions'],
    ['one on the other side', [0.97, 0.22, 0.93, 0.95, 0.92, 0.94], 'Depends on the version: 22–97%'],
    ['all alike', [0.9, 0.9, 0.9, 0.9, 0.9, 0.9], 'Firm: 90% in 6 versions'],
    ['almost certain', [0.999, 0.9, 0.9, 0.9, 0.9, 0.9], 'Firm: 90% – over 99% in 6 versions'],
    [
      'almost certain, and not at all',
      [0.999, 0.001, 0.9, 0.9, 0.9, 0.9],
      'Depends on the version: under 1% – over 99%',
    ],
    ['some without a number', [0.9, undefined, 0.95, undefined, 0.92, 0.94], 'Firm: 90–95% in 6 versions'],
  ] as const)('%s: %j reads "%s"', (_, likelihoods, words) => {
    expect(view(judged(likelihoods))?.words).toBe(words);
  });

  it('has the headline in the place of numbers that are not known', () => {
    const none = NAMES.map(() => undefined);
    expect(view(judged(none))?.words).toBe('Firm: Likely AI-generated in 6 versions');
    const [first, ...others] = judged(none);
    const differing = [...(first ? [first] : []), ...others.map((one) => ({ ...one, isAi: false }))];
    expect(view(differing)?.words).toBe('Depends on the version: Likely AI-generated, Likely not AI-generated');
    expect(view(differing)?.versions[1]).toEqual({ words: 'Half size: Likely not AI-generated' });
  });

  it('holds the others against the verdict of the check, where the image itself was not answered again', () => {
    const [, ...others] = judged([undefined, 0.2, 0.1, 0.15, 0.2, 0.2]);
    expect(view(others)?.words).toBe('Depends on the version: 10–20% · BitMind gave a verdict on 5 of 6 versions.');
  });

  it('is nothing where nobody asked', () => {
    expect(firmnessView(aCheck('a', 0, { verdict: { isAi: true } }), BAND)).toEqual({});
  });
});

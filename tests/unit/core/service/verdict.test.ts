import { describe, expect, it } from 'vitest';
import { parseVerdict } from '../../../../src/background/service/answers.ts';
import { headlineOf } from '../../../../src/core/check/headline.ts';

const BAND = { low: 0.4, high: 0.6 };

describe('what the numbers mean', () => {
  it.each([
    // isAI, confidence, P(AI), headline
    [true, 0.82, 0.82, 'likely-ai'],
    [true, 1, 1, 'likely-ai'],
    [true, 0.61, 0.61, 'likely-ai'],
    [true, 0.6, 0.6, 'inconclusive'],
    [true, 0.53, 0.53, 'inconclusive'],
    [true, 0.5, 0.5, 'inconclusive'],
    [true, 0.49, undefined, 'likely-ai'],
    [true, 0, undefined, 'likely-ai'],
    [false, 0.12, 0.12, 'likely-not-ai'],
    [false, 0, 0, 'likely-not-ai'],
    [false, 0.897, 1 - 0.897, 'likely-not-ai'],
    [false, 1, 0, 'likely-not-ai'],
    [false, 0.45, 0.45, 'inconclusive'],
    [false, 0.55, 1 - 0.55, 'inconclusive'],
    [false, 0.5, 0.5, 'inconclusive'],
    [false, 0.39, 0.39, 'likely-not-ai'],
  ])('isAI %s with confidence %s is P(AI) %s: %s', (isAI, confidence, likelihood, headline) => {
    const verdict = parseVerdict({ isAI, confidence, processingTime: 0.4 });
    expect(verdict?.likelihood).toBe(likelihood);
    expect(verdict && headlineOf(verdict, BAND)).toBe(headline);
  });

  it.each([undefined, null, Number.NaN, '0.9', 7, -0.1, {}])('takes no number from confidence %s', (confidence) => {
    const verdict = parseVerdict({ isAI: true, confidence });
    expect(verdict).toEqual({ isAi: true });
    expect(verdict && headlineOf(verdict, BAND)).toBe('likely-ai');
  });

  it.each([{}, { isAI: null }, { isAI: 'true' }, { isAI: 1 }, { confidence: 0.9 }, [], null, 'true', 1])(
    'makes no verdict of %j',
    (answer) => {
      expect(parseVerdict(answer)).toBeUndefined();
    },
  );

  it('lets isAI decide where the band lies to one side', () => {
    expect(headlineOf({ isAi: false, likelihood: 0.45 }, { low: 0.1, high: 0.2 })).toBe('likely-not-ai');
    expect(headlineOf({ isAi: true, likelihood: 0.55 }, { low: 0.7, high: 0.8 })).toBe('likely-ai');
  });
});

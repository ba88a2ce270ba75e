import { beforeEach, expect, it } from 'vitest';
import { runCounts } from '../../../../src/background/words/page-run-counts.ts';
import { aCheck } from '../../../a-check.ts';
import { speakEnglish } from '../../english.ts';

const BAND = { low: 0.4, high: 0.6 };
const UNASKED = { state: 'failed', error: { code: 'needs-answer' } } as const;

beforeEach(speakEnglish);

it('counts what waits for a click, since nothing is sent of it by itself, apart from what failed', () => {
  const checks = [
    aCheck('a', 1, { ...UNASKED, media: { isAutomatic: true } }),
    aCheck('b', 1, { ...UNASKED, media: { isAutomatic: true } }),
    aCheck('c', 1, UNASKED),
  ];
  expect(runCounts(checks, BAND)).toEqual([
    { tone: 'failed', words: '1 without a verdict' },
    { tone: 'no-verdict', words: '2 not sent automatically' },
  ]);
});

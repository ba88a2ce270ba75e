import { expect, it } from 'vitest';
import { retryAfterMs } from '../../../src/bitmind/retry-after.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');

it.each([
  ['0', 0],
  ['7', 7_000],
  [' 30 ', 30_000],
  ['86400', 120_000],
  ['Tue, 24 Nov 2026 12:00:30 GMT', 30_000],
  ['Tue, 24 Nov 2026 11:00:00 GMT', 0],
  ['Fri, 24 Nov 2028 11:00:00 GMT', 120_000],
  ['soon', undefined],
  ['', undefined],
  ['-5', undefined],
  [null, undefined],
])('Retry-After %j is a wait of %s ms', (header, wait) => {
  expect(retryAfterMs(header, NOW)).toBe(wait);
});

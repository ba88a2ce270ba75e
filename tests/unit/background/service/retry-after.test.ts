import { expect, it } from 'vitest';
import { retryAfterMs } from '../../../../src/background/service/retry-after.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');

function wait(retryAfter: string | undefined, date?: string): number | undefined {
  const headers = new Headers();
  if (retryAfter !== undefined) headers.set('retry-after', retryAfter);
  if (date !== undefined) headers.set('date', date);
  return retryAfterMs(headers, NOW);
}

it.each([
  ['7', 7_000],
  [' 30 ', 30_000],
  ['86400', 120_000],
  ['9'.repeat(400), 120_000],
  ['Tue, 24 Nov 2026 12:00:30 GMT', 30_000],
  ['Tuesday, 24-Nov-26 12:00:30 GMT', 30_000],
  ['Fri, 24 Nov 2028 11:00:00 GMT', 120_000],
  ['soon', undefined],
  ['', undefined],
  ['-5', undefined],
  [undefined, undefined],
])('Retry-After %j is a wait of %s ms', (header, ms) => {
  expect(wait(header)).toBe(ms);
});

it.each(['0', '00', 'Tue, 24 Nov 2026 11:00:00 GMT', 'Tue, 24 Nov 2026 12:00:00 GMT'])('%j names no wait', (header) => {
  expect(wait(header)).toBeUndefined();
});

it('a date is measured against that of the answer, however wrong the clock of this computer is', () => {
  const behind = 'Mon, 23 Nov 2026 12:00:00 GMT';
  expect(wait('Mon, 23 Nov 2026 12:00:20 GMT', behind)).toBe(20_000);
  expect(wait('Tue, 24 Nov 2026 12:00:30 GMT', 'soon')).toBe(30_000);
});

it('a date without a zone is UTC', () => {
  const [zone] = [process.env.TZ];
  process.env.TZ = 'America/New_York';
  try {
    expect(wait('Tue Nov 24 12:00:30 2026')).toBe(30_000);
    expect(wait('Sun Nov  1 12:00:30 2026', 'Sun Nov  1 12:00:00 2026')).toBe(30_000);
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});

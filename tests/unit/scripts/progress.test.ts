import { describe, expect, it } from 'vitest';
import { afterEvent, countsOf, type Group, newGroup } from '../../../scripts/test/group.ts';
import { progressLine } from '../../../scripts/test/progress-line.ts';
import type { TestEvent } from '../../../scripts/test/test-event.ts';
import { type LastTimes, timeLeft } from '../../../scripts/test/time-left.ts';
import { testEnd } from './test-end.ts';

/** A group whose runner has told these things. */
function group(name: string, ...events: readonly TestEvent[]): Group {
  return events.reduce(afterEvent, newGroup(name, 0));
}

const begin = (...parts: string[]): TestEvent => ({ kind: 'begin', parts });
const part = (name: string, ms = 1): TestEvent => ({ kind: 'part', part: name, ms });

describe('the counts of a group', () => {
  it('are of its tests, by how they came out', () => {
    const some = group('unit', testEnd(), testEnd(), testEnd({ outcome: 'failed' }), testEnd({ outcome: 'skipped' }));
    expect(countsOf(some)).toEqual({ passed: 2, failed: 1, skipped: 1 });
  });

  it('take an error outside of tests for a failure', () => {
    expect(countsOf(group('unit', { kind: 'error', error: 'no such file' }))).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('the progress line', () => {
  it('tells the group, how far it is, what failed so far and how long it is still to take', () => {
    const running = group('browsers', begin('a', 'b', 'c'), testEnd({ outcome: 'failed' }), part('a'));
    expect(progressLine([running], 2, 75_000)).toBe('browsers: 1 of 3 · 3 failed so far · about 1 min 15 s left');
  });

  it('tells all groups that run at once, also one that has not begun', () => {
    expect(progressLine([group('types', begin('types')), group('unit')], 0, 900)).toBe(
      'types: 0 of 1, unit: starting · 0 failed so far · about 1 s left',
    );
  });

  it('tells no time where nothing is known of it', () => {
    expect(progressLine([group('unit', begin('a'))], 0, undefined)).toBe('unit: 0 of 1 · 0 failed so far');
  });
});

describe('the time left', () => {
  const LAST: LastTimes = {
    types: { ms: 4_000, parts: { types: 4_000 } },
    browsers: { ms: 60_000, parts: { short: 10_000, long: 70_000 } },
  };

  it('is that of all groups before the run begins', () => {
    expect(timeLeft(LAST, new Set(), [])).toBe(64_000);
  });

  it('has nothing of groups that have ended', () => {
    expect(timeLeft(LAST, new Set(['types']), [])).toBe(60_000);
  });

  it('weighs what is done of a group by how long it took the last time, not now', () => {
    const running = group('browsers', begin('short', 'long'), part('short', 99_000));
    expect(timeLeft(LAST, new Set(['types']), [running])).toBe((60_000 * 70) / 80);
  });

  it('takes a new test for one like the others', () => {
    const running = group('browsers', begin('short', 'long', 'new'), part('short'), part('long'));
    expect(timeLeft(LAST, new Set(['types']), [running])).toBe((60_000 * 40) / 120);
  });

  it('is unknown where there was no run before', () => {
    expect(timeLeft({}, new Set(), [group('types')])).toBeUndefined();
  });

  it('is unknown while something runs that did not run before', () => {
    expect(timeLeft(LAST, new Set(), [group('types'), group('new')])).toBeUndefined();
  });
});

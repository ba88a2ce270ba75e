import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Answering, followAnswering } from '../../../../src/page/panel/answering.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What has been looked at: at this time, in milliseconds, it was seen, or not. */
type Look = readonly [at: number, isSeen: boolean];

/** Seen, and covered, for so long each, over and over. */
const flashing = (seenMs: number, coveredMs: number): readonly Look[] =>
  Array.from({ length: 20 }, (_, index): readonly Look[] => [
    [index * (seenMs + coveredMs), true],
    [index * (seenMs + coveredMs) + seenMs, false],
  ]).flat();

/** What came of some looks, each change at its time, up to another time. */
function follow(looks: readonly Look[], untilMs: number): readonly string[] {
  const changes: string[] = [];
  const start = Date.now();
  const see = followAnswering((now: Answering) => changes.push(`${Date.now() - start} ${now}`));
  for (const [at, isSeen] of looks.filter(([time]) => time <= untilMs)) {
    vi.advanceTimersByTime(start + at - Date.now());
    see(isSeen);
  }
  vi.advanceTimersByTime(start + untilMs - Date.now());
  return changes;
}

describe('a question is answered', () => {
  it.each<[name: string, looks: readonly Look[], changes: readonly string[]]>([
    ['here as long as it is seen', [0, 100, 400, 800, 1_500].map((at): Look => [at, true]), []],
    ['in the popup where it is not seen', [[0, false]], ['0 later', '1000 popup']],
    [
      'not at once after it was covered for a moment',
      [
        [0, true],
        [800, false],
        [850, true],
      ],
      ['800 later', '1350 here'],
    ],
    [
      'in the popup where the page covers it for good',
      [
        [0, true],
        [600, false],
      ],
      ['600 later', '1600 popup'],
    ],
    [
      'here again once it is seen again',
      [
        [0, false],
        [1_200, true],
      ],
      ['0 later', '1000 popup', '1700 here'],
    ],
    ['in the popup where it is covered again and again', flashing(400, 100), ['400 later', '1400 popup']],
    ['in the popup where it is covered most of the time', flashing(10, 90), ['10 later', '1010 popup']],
    [
      'in the popup where it was seen again just too late',
      [
        [0, true],
        [600, false],
        [1_200, true],
        [1_650, false],
      ],
      ['600 later', '1600 popup'],
    ],
  ])('%s', (_name, looks, changes) => {
    expect(follow(looks, 1_999)).toEqual(changes);
  });
});

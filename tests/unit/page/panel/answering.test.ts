import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Answering, followAnswering } from '../../../../src/page/panel/answering.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What has been looked at: at this time, in milliseconds, it was seen, or not. */
type Look = readonly [at: number, isSeen: boolean];

const at = (time: number, isSeen: boolean): readonly Look[] => [[time, isSeen]];

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
    ['here as long as it is seen', [0, 100, 400, 800, 1_500].flatMap((time) => at(time, true)), []],
    ['here where a layer came above it for a moment', [...at(800, false), ...at(950, true)], []],
    ['in the popup where it is not seen', at(0, false), ['250 later', '1250 popup']],
    ['not at once after it was hidden', [...at(0, false), ...at(300, true)], ['250 later', '800 here']],
    ['in the popup where the page covers it for good', at(600, false), ['850 later', '1850 popup']],
    [
      'here again once it is seen again',
      [...at(0, false), ...at(1_300, true)],
      ['250 later', '1250 popup', '1800 here'],
    ],
    ['in the popup where it is covered again and again', flashing(400, 100), ['900 later', '1900 popup']],
    ['in the popup where it is covered most of the time', flashing(10, 90), ['110 later', '1110 popup']],
    [
      'in the popup where it was seen again just too late',
      [...at(0, false), ...at(800, true), ...at(1_249, false)],
      ['250 later', '1250 popup'],
    ],
  ])('%s', (_name, looks, changes) => {
    expect(follow(looks, 1_999)).toEqual(changes);
  });
});

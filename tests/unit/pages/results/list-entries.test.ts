import { beforeEach, describe, expect, it } from 'vitest';
import { dayHeading } from '../../../../src/pages/results/group-heading.tsx';
import { entryAt, listEntries, type ResultPlace, startsOf } from '../../../../src/pages/results/list-entries.ts';
import { speakEnglish } from '../../english.ts';

const NOON = new Date(2026, 10, 29, 12).getTime();
const HOUR = 3_600_000;

const place = (hoursAgo: number, page?: string): ResultPlace => ({
  startedAt: NOON - hoursAgo * HOUR,
  ...(page !== undefined && { page }),
});

const PLACES = new Map([
  ['a', place(1, 'https://one.example/')],
  ['b', place(2, 'https://one.example/')],
  ['c', place(3)],
  ['d', place(4, 'https://one.example/')],
  ['e', place(24, 'https://one.example/')],
]);

/** The list in short: "day", the page and the number of its results, the ids. */
function said(ids: readonly string[], places: ReadonlyMap<string, ResultPlace> | undefined = PLACES): string {
  const words = listEntries(ids, places).map((entry) => {
    if (entry.kind === 'result') return ids[entry.index];
    return entry.kind === 'day' ? 'day' : `${entry.page ? 'one' : 'local'}:${entry.count}`;
  });
  return words.join(' ');
}

describe('the headings of a list', () => {
  it.each([
    ['', ''],
    ['a b', 'day one:2 a b'],
    ['a b c d', 'day one:2 a b local:1 c one:1 d'],
    // Each day begins anew, with its page.
    ['d e', 'day one:1 d day one:1 e'],
    // As far as it is known where results belong.
    ['a x b', 'day one:1 a x b'],
  ])('of "%s" are "%s"', (ids, expected) => {
    expect(said(ids.split(' ').filter(Boolean))).toBe(expected);
  });

  it('are none in a list that is sorted in another way', () => {
    expect(listEntries(['a', 'b'], undefined).map(({ kind }) => kind)).toEqual(['result', 'result']);
  });
});

it('entries lie one below the other, and are found by their height', () => {
  const starts = startsOf(listEntries(['a', 'b'], PLACES), ({ kind }) => ({ day: 40, page: 30, result: 60 })[kind]);
  expect(starts).toEqual([0, 40, 70, 130, 190]);
  expect([0, 39, 40, 129, 130, 1_000].map((height) => entryAt(starts, height))).toEqual([0, 0, 1, 2, 3, 4]);
});

describe('the heading of a day', () => {
  beforeEach(speakEnglish);

  it.each([
    [0, 'Today'],
    [12, 'Today'],
    [13, 'Yesterday'],
    [37, 'Friday, November 27, 2026'],
  ])('of %i hours ago is "%s"', (hoursAgo, words) => {
    expect(dayHeading(NOON - hoursAgo * HOUR, NOON)).toBe(words);
  });
});

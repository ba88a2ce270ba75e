import { describe, expect, it } from 'vitest';
import type { TabCheckRow } from '../../../../src/core/protocol/checks-feed.ts';
import {
  entryBeside,
  type ListFilter,
  type ListSort,
  listedRows,
  nextUnsure,
} from '../../../../src/pages/side-panel/list-order.ts';

const row = (checkId: string, more: Partial<TabCheckRow>): TabCheckRow => ({
  checkId,
  words: '',
  tone: 'quiet',
  place: 'https://page.example/',
  startedAt: 0,
  isAsking: false,
  ...more,
});

const ROWS = [
  row('low', { tone: 'likely-not-ai', likelihood: 0.04, position: 0 }),
  row('high', { tone: 'likely-ai', likelihood: 0.97, position: 1, isDisputed: true }),
  row('failed', { tone: 'failed', position: 2 }),
  row('middle', { tone: 'inconclusive', likelihood: 0.5, position: 3, fileSays: { kind: 'credentials', words: '' } }),
  row('asks', { isAsking: true, position: 4 }),
  row('broken', {
    tone: 'likely-ai',
    likelihood: 0.99,
    position: 5,
    fileSays: { kind: 'broken-credentials', words: '' },
  }),
  row('noted', { tone: 'likely-ai', position: 6, fileSays: { kind: 'noted-as-ai', words: '' } }),
  row('alone before', { startedAt: 1 }),
  row('alone', { startedAt: 2 }),
];

const IN_PLACE = ['alone', 'alone before', 'low', 'high', 'failed', 'middle', 'asks', 'broken', 'noted'];

describe('the list of the side panel', () => {
  it.each<[ListSort, ListFilter, readonly string[]]>([
    ['position', 'all', IN_PLACE],
    ['likelihood', 'all', ['asks', 'noted', 'broken', 'high', 'middle', 'low', 'alone', 'alone before', 'failed']],
    ['position', 'likely-ai', ['high', 'broken', 'noted']],
    ['position', 'inconclusive', ['middle']],
    ['position', 'failed', ['failed']],
    ['position', 'credentials', ['middle', 'broken']],
    ['position', 'disputed', ['high']],
  ])('sorted by %s, of which %s is shown', (sort, filter, expected) => {
    expect(listedRows(ROWS, sort, filter).map(({ checkId }) => checkId)).toEqual(expected);
  });

  it.each([
    [undefined, 'failed'],
    ['failed', 'middle'],
    ['middle', 'asks'],
    ['asks', 'failed'],
  ])('after %s, the next that is unsure is %s', (after, expected) => {
    expect(nextUnsure(listedRows(ROWS, 'position', 'all'), after)?.checkId).toBe(expected);
  });

  it('has no next that is unsure where all are sure', () => {
    expect(nextUnsure([row('high', { tone: 'likely-ai' })], undefined)).toBeUndefined();
  });

  it.each([
    [undefined, 1, 'alone'],
    ['alone', -1, 'alone'],
    ['alone', 1, 'alone before'],
    ['noted', 1, 'noted'],
    ['noted', -1, 'broken'],
    ['gone', 1, 'alone'],
  ] as const)('from %s by %d leads to %s', (from, steps, expected) => {
    expect(entryBeside(listedRows(ROWS, 'position', 'all'), from, steps)?.checkId).toBe(expected);
  });
});

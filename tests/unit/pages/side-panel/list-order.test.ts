import { describe, expect, it } from 'vitest';
import type { TabCheckRow } from '../../../../src/core/protocol/checks-feed.ts';
import {
  entryBeside,
  type ListFilter,
  type ListPlace,
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

const LISTED = listedRows(ROWS, 'position', 'all');
const BEGINNING: ListPlace = { index: 0, isEntry: false };
const at = (id: string): ListPlace => ({ index: LISTED.findIndex(({ checkId }) => checkId === id), isEntry: true });

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

  it.each<[string, ListPlace, string]>([
    ['the beginning', BEGINNING, 'failed'],
    ['what failed', at('failed'), 'middle'],
    ['the middle', at('middle'), 'asks'],
    ['the last that is', at('asks'), 'failed'],
    ['where the middle was', { ...at('middle'), isEntry: false }, 'middle'],
    ['where the end was', { index: 20, isEntry: false }, 'failed'],
  ])('from %s, the next that is unsure', (_from, place, expected) => {
    expect(nextUnsure(LISTED, place)?.checkId).toBe(expected);
  });

  it('comes by what waits for a click too, and shows it where nothing was checked', () => {
    const rows = [row('sure', { tone: 'likely-ai' }), row('unsent', { tone: 'no-verdict' })];
    expect(nextUnsure(rows, BEGINNING)?.checkId).toBe('unsent');
    expect(listedRows(rows, 'position', 'failed').map(({ checkId }) => checkId)).toEqual(['unsent']);
  });

  it('has no next that is unsure where all are sure', () => {
    expect(nextUnsure([row('high', { tone: 'likely-ai' })], BEGINNING)).toBeUndefined();
  });

  it.each<[string, ListPlace, 1 | -1, string]>([
    ['the beginning', BEGINNING, 1, 'alone'],
    ['the beginning', BEGINNING, -1, 'alone'],
    ['the first', at('alone'), -1, 'alone'],
    ['the first', at('alone'), 1, 'alone before'],
    ['the last', at('noted'), 1, 'noted'],
    ['the last', at('noted'), -1, 'broken'],
    ['where one was before the failed', { ...at('failed'), isEntry: false }, 1, 'failed'],
    ['where one was before the failed', { ...at('failed'), isEntry: false }, -1, 'high'],
    ['where the last was', { index: LISTED.length, isEntry: false }, 1, 'noted'],
  ])('from %s by %d leads on', (_from, place, steps, expected) => {
    expect(entryBeside(LISTED, place, steps)?.checkId).toBe(expected);
  });

  it('leads nowhere where nothing is listed', () => {
    expect(entryBeside([], { index: 3, isEntry: false }, 1)).toBeUndefined();
  });
});

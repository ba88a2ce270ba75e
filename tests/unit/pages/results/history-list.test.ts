import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createHistory } from '../../../../src/background/store/history.ts';
import { headlineOf } from '../../../../src/core/check/headline.ts';
import { createHistoryList } from '../../../../src/pages/results/history-list.ts';
import type { ResultFilter } from '../../../../src/pages/results/result-filter.ts';
import { LATEST_FIRST } from '../../../../src/pages/results/result-sort.ts';
import { aCheck } from '../../../a-check.ts';
import { useFreshDatabase } from '../../background/store/fresh-database.ts';

beforeEach(useFreshDatabase);

const history = createHistory;
const unaborted = () => new AbortController().signal;
const list = () => createHistoryList();
const BAND = { low: 0.4, high: 0.6 };

function ids(filter: Partial<ResultFilter> = {}, band = BAND): Promise<readonly string[]> {
  return list().ids({ text: '', ...filter }, LATEST_FIRST, band, unaborted());
}

describe('the filter by outcome', () => {
  const VERDICTS = [
    ...[0, 0.1, 0.4, 0.5, 0.6, 0.7, 1].flatMap((likelihood) => [
      { isAi: true, likelihood },
      { isAi: false, likelihood },
    ]),
    { isAi: true },
    { isAi: false },
  ];

  beforeEach(async () => {
    for (const [at, verdict] of VERDICTS.entries()) await history().put(aCheck(`${at}`, at, { verdict }));
    await history().put(aCheck('failed', 50));
  });

  it.each([BAND, { low: 0, high: 1 }, { low: 0, high: 0 }, { low: 1, high: 1 }, { low: 0.5, high: 0.5 }])(
    'says the same as the headline, with a band of $low to $high',
    async (band) => {
      for (const outcome of ['likely-ai', 'inconclusive', 'likely-not-ai'] as const) {
        const expected = VERDICTS.flatMap((verdict, at) => (headlineOf(verdict, band) === outcome ? [`${at}`] : []));
        expect(await ids({ outcome }, band)).toEqual(expected.reverse());
      }
      expect(await ids({ outcome: 'failed' }, band)).toEqual(['failed']);
      expect(await ids({}, band)).toHaveLength(VERDICTS.length + 1);
    },
  );
});

it('the filter by outcome reckons what frames of a video come to', async () => {
  const frames = (...likelihoods: number[]) =>
    likelihoods.map((likelihood, atSeconds) => ({ isAi: likelihood > 0.5, likelihood, atSeconds }));
  await history().put(aCheck('ai', 1, { frames: frames(0.7, 0.9) }));
  await history().put(aCheck('not-ai', 2, { frames: frames(0.1) }));
  await history().put(aCheck('differ', 3, { frames: frames(0.1, 0.9) }));
  await history().put(aCheck('failed', 4));
  expect(await ids({ outcome: 'likely-ai' })).toEqual(['ai']);
  expect(await ids({ outcome: 'likely-not-ai' })).toEqual(['not-ai']);
  expect(await ids({ outcome: 'inconclusive' })).toEqual(['differ']);
  expect(await ids({ outcome: 'inconclusive' }, { low: 0.4, high: 0.95 })).toEqual(['differ', 'ai']);
  expect(await ids({ outcome: 'failed' })).toEqual(['failed']);
});

describe('the order', () => {
  beforeEach(async () => {
    const verdicts = [{ isAi: true, likelihood: 0.97 }, undefined, { isAi: false, likelihood: 0.1 }, { isAi: true }];
    const more = [
      { isAi: true, likelihood: 0.971 },
      { isAi: false, likelihood: 0.55 },
      { isAi: true, likelihood: 1 },
      { isAi: false, likelihood: 0 },
    ];
    for (const [at, verdict] of [...verdicts, ...more].entries()) {
      await history().put(aCheck(`${at}`, at, verdict ? { verdict } : {}));
    }
  });

  it.each([
    ['when', '76543210'],
    // Those that show the same percentage, by when they began.
    ['likelihood', '64052731'],
    ['verdict', '64305721'],
  ] as const)('by %s has the highest first, or the lowest', async (by, expected) => {
    const inOrder = async (isReversed: boolean) =>
      (await list().ids({ text: '' }, { by, isReversed }, BAND, unaborted())).join('');
    expect(await inOrder(false)).toBe(expected);
    expect(await inOrder(true)).toBe([...expected].reverse().join(''));
  });
});

describe('the filter by text', () => {
  beforeEach(async () => {
    await history().put(aCheck('page', 1, { media: { pageUrl: 'https://News.example/A%20story/Z%C3%BCrich' } }));
    await history().put(aCheck('media', 2, { media: { url: 'https://pics.example/cat.jpg' } }));
    await history().put({
      ...aCheck('file', 3),
      media: { kind: 'image', fileName: 'Holiday Cat.png', isPrivate: false },
    });
    await history().put(aCheck('data', 4, { media: { url: 'data:image/png;base64,catcatcat' } }));
  });

  it.each([
    ['cat', ['file', 'media']],
    [' CAT ', ['file', 'media']],
    ['news.example', ['data', 'media', 'page']],
    ['a story', ['page']],
    ['zürich', ['page']],
    ['Z%C3%BC', ['page']],
    ['no such', []],
    ['  ', ['data', 'file', 'media', 'page']],
  ])('%j', async (text, expected) => {
    expect(await ids({ text })).toEqual(expected);
  });

  it('finds what came later, and not what was removed', async () => {
    const open = list();
    const cats = () => open.ids({ text: 'cat' }, LATEST_FIRST, BAND, unaborted());
    expect(await cats()).toEqual(['file', 'media']);
    await history().put(aCheck('late', 9, { media: { url: 'https://pics.example/cats.jpg' } }));
    await history().take(['media']);
    await expect.poll(cats).toEqual(['late', 'file']);
  });

  it('goes together with the outcome', async () => {
    await history().put(aCheck('ai', 9, { media: { url: 'https://pics.example/cat2.jpg' }, verdict: { isAi: true } }));
    expect(await ids({ text: 'cat', outcome: 'likely-ai' })).toEqual(['ai']);
  });
});

it('finds texts in more results than are read at a time', async () => {
  const one = history();
  const puts = Array.from({ length: 1_100 }, (_, at) =>
    one.put(aCheck(`${at}`, at, { media: { url: `https://pics.example/${at % 100 === 7 ? 'cat' : 'dog'}.jpg` } })),
  );
  await Promise.all(puts);
  expect(await ids({ text: 'cat' })).toHaveLength(11);
});

it('reads order and places once for all who want them', async () => {
  const one = history();
  await Promise.all(Array.from({ length: 300 }, (_, at) => one.put(aCheck(`${at}`, at))));
  const open = list();
  const places = vi.spyOn(IDBObjectStore.prototype, 'getAll');
  const keys = vi.spyOn(IDBIndex.prototype, 'getAllKeys');
  const search = (text: string) => open.ids({ text }, LATEST_FIRST, BAND, unaborted());
  const found = await Promise.all([search('29'), search('299')]);
  expect(found.map(({ length }) => length)).toEqual([13, 1]);
  expect(await search('298')).toEqual(['298']);
  expect([places, keys].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
});

it('gives results in the order asked for, and says which are not there', async () => {
  await history().put(aCheck('a', 1));
  await history().put(aCheck('b', 2));
  const found = await list().checks(['b', 'gone', 'a']);
  expect(found.map((check) => check?.id)).toEqual(['b', undefined, 'a']);
});

it('gives the latest at once, without the others', async () => {
  for (const at of [2, 3, 1]) await history().put(aCheck(`${at}`, at));
  expect((await list().newest(2)).map(({ id }) => id)).toEqual(['3', '2']);
  expect((await list().newest(9)).map(({ id }) => id)).toEqual(['3', '2', '1']);
});

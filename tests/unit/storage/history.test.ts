import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { CheckRecord } from '../../../src/check/check-record.ts';
import { createHistory } from '../../../src/storage/history.ts';

const check = (id: string, startedAt: number): CheckRecord => ({
  id,
  state: 'done',
  media: { kind: 'image', pointedBy: 'menu', url: '', pageUrl: '', tabId: 1, frameId: 0, isPrivate: false },
  fromScreen: false,
  startedAt,
});

it('the history gives the latest first, each check once', async () => {
  const history = createHistory();
  await history.put(check('a', 1));
  await history.put(check('c', 3));
  await history.put(check('b', 2));
  await history.put({ ...check('c', 3), verdict: { isAi: true } });
  expect((await history.latest(2)).map(({ id }) => id)).toEqual(['c', 'b']);
  expect((await createHistory().latest(9))[0]?.verdict).toEqual({ isAi: true });
});

import { expect, it, vi } from 'vitest';
import { createCheckStore, LISTED_CHECKS } from '../../../../src/background/check/check-store.ts';
import { NoRoomError, type RecordStorage } from '../../../../src/background/store/record-storage.ts';
import type { CheckRecord } from '../../../../src/core/check/check-record.ts';
import { aCheck } from '../../../a-check.ts';

/** A storage in which so many records have room. */
function storageOf(room: number) {
  const stored = new Map<string, CheckRecord>();
  const storage: RecordStorage<CheckRecord> = {
    getAll: async () => [...stored.values()],
    async change(puts, removedIds) {
      for (const id of removedIds) stored.delete(id);
      const added = puts.filter(({ id }) => !stored.has(id));
      if (stored.size + added.length > room) throw new NoRoomError();
      for (const put of puts) stored.set(put.id, put);
    },
  };
  return { storage, stored };
}

it('without room for more, the older half of the ended checks stays in memory alone', async () => {
  const { storage, stored } = storageOf(4);
  const onFault = vi.fn();
  const store = createCheckStore(storage, onFault, Date.now);
  for (const at of [1, 2, 3, 4, 5]) {
    store.put(aCheck(`${at}`, at));
    await store.stored();
  }
  expect([...stored.keys()]).toEqual(['3', '4', '5']);
  expect(store.latest(() => true)).toHaveLength(5);
  expect(onFault).not.toHaveBeenCalled();
  store.put(aCheck('6', 6));
  store.put(aCheck('7', 7));
  await store.stored();
  expect([...stored.keys()]).toContain('7');
});

it('of a page whose check is under way, nothing is spared: a later background would begin it anew', async () => {
  const { storage, stored } = storageOf(3);
  const store = createCheckStore(storage, vi.fn(), Date.now);
  store.put({ ...aCheck('done', 1), pageRun: 'run' });
  store.put({ ...aCheck('running', 2), pageRun: 'run', state: 'reading' });
  store.put(aCheck('other', 3));
  await store.stored();
  store.put(aCheck('more', 4));
  await store.stored();
  expect([...stored.keys()].sort()).toEqual(['done', 'more', 'running']);
});

it('where nothing can be spared, what was stored of a check is taken away: it is no longer so', async () => {
  const { storage, stored } = storageOf(1);
  const store = createCheckStore(storage, vi.fn(), Date.now);
  const running: CheckRecord = { ...aCheck('a', 1), state: 'reading' };
  store.put(running);
  await store.stored();
  expect(stored.get('a')?.state).toBe('reading');
  store.put({ ...running, state: 'uploading' });
  store.put({ ...running, id: 'b' });
  await store.stored();
  expect([...stored.keys()]).toEqual([]);
});

it('what a file says that was read while the background ended is not known', async () => {
  const { storage, stored } = storageOf(2);
  stored.set('read', { ...aCheck('read', 1), isReadingFile: true });
  const store = createCheckStore(storage, vi.fn(), Date.now);
  await store.load();
  expect(store.get('read')?.fileMetadata).toEqual({ unread: 'fault' });
  expect(store.get('read')).not.toHaveProperty('isReadingFile');
});

it('leaves to the history what it has of pages that show nothing of it any more, but for the latest', async () => {
  const { storage, stored } = storageOf(99);
  const store = createCheckStore(storage, vi.fn(), Date.now);
  const ofPage = (id: string, more: Partial<CheckRecord> = {}) => {
    store.put({ ...aCheck(id, Number(id)), pageRun: 'run', ...more });
    if (more.state === undefined) store.keptInHistory(id);
  };
  ofPage('1', { state: 'cancelled' });
  ofPage('2', { state: 'reading' });
  ofPage('3', { state: 'failed' }); // The history has not got it.
  ofPage('4');
  ofPage('5');
  store.put(aCheck('6', 6));
  store.keptInHistory('6');
  for (let at = 11; at <= 10 + LISTED_CHECKS; at += 1) ofPage(`${at}`);
  await store.stored();

  const next = createCheckStore(storage, vi.fn(), Date.now);
  await next.load();
  next.leaveToHistory(({ id }) => id === '5');
  await next.stored();
  const latest = Array.from({ length: LISTED_CHECKS }, (_, at) => `${11 + at}`);
  expect([...stored.keys()]).toEqual(['2', '3', '5', '6', ...latest]);
});

import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createHistory } from '../../../../src/background/store/history.ts';
import type { CheckRecord } from '../../../../src/core/check/check-record.ts';
import { headlineOfCheck } from '../../../../src/core/check/check-view.ts';
import { createHistoryList } from '../../../../src/core/store/history-list.ts';
import { HISTORY_VERSION } from '../../../../src/core/store/history-migrations.ts';
import { storedCheck } from '../../../../src/core/store/stored-check.ts';
import { aCheck } from '../../../a-check.ts';
import { useFreshDatabase } from '../../background/store/fresh-database.ts';

beforeEach(() => {
  useFreshDatabase();
  vi.restoreAllMocks();
});

const NAME = 'bitmind-history';
const history = createHistory;
const never = { mayDrop: async () => true, onDropped: async () => undefined, onKept: async () => undefined };

/** Leaves behind what version 1 wrote: whole records, thumbnails in them. */
async function leaveVersion1(records: readonly unknown[]): Promise<void> {
  const database = await openDB(NAME, 1, {
    upgrade: (db) => void db.createObjectStore('checks', { keyPath: 'id' }).createIndex('startedAt', 'startedAt'),
  });
  for (const record of records) await database.put('checks', record);
  database.close();
}

async function storedAs(version: number): Promise<unknown[]> {
  const database = await openDB(NAME, version);
  const all = await database.getAll('checks');
  database.close();
  return all;
}

const picture = new Blob(['a picture'], { type: 'image/jpeg' });
const judged = aCheck('judged', 2, { verdict: { isAi: true, likelihood: 0.9 }, read: {}, thumbnail: picture });
const failed = aCheck('failed', 1);

describe('the history of version 1', () => {
  it('is taken over: its thumbnails apart, and all that is looked up indexed', async () => {
    await leaveVersion1([judged, failed]);
    expect((await history(never).latest(9)).map(({ id }) => id)).toEqual(['judged', 'failed']);
    const { thumbnail: _, ...bare } = judged;
    expect(await history(never).get('judged')).toEqual(bare);
    expect(await (await createHistoryList(headlineOfCheck).thumbnail('judged'))?.text()).toBe('a picture');
    expect((await history(never).verdictOf('hash of judged', 0))?.id).toBe('judged');
    expect((await history(never).latestAt('https://cdn.example/judged.jpg', 0))?.id).toBe('judged');
    const band = { low: 0.4, high: 0.6 };
    const ids = (outcome: 'failed' | 'likely-ai') =>
      createHistoryList(headlineOfCheck).ids({ outcome, text: '' }, band, new AbortController().signal);
    expect(await ids('failed')).toEqual(['failed']);
    expect(await ids('likely-ai')).toEqual(['judged']);
  });

  it('loses nothing that cannot be read: it is left as it is', async () => {
    await leaveVersion1([{ id: 'spoilt', startedAt: 5 }, judged]);
    expect((await history(never).latest(9)).map(({ id }) => id)).toEqual(['judged']);
    expect(await storedAs(HISTORY_VERSION)).toContainEqual({ id: 'spoilt', startedAt: 5 });
    await history(never).removeBefore(9);
    expect(await storedAs(HISTORY_VERSION)).toEqual([]);
  });

  it('stays as it was when a step fails, and is taken over by the next attempt', async () => {
    await leaveVersion1([judged, failed]);
    const createIndex = vi.spyOn(IDBObjectStore.prototype, 'createIndex').mockImplementation(() => {
      throw new Error('a fault');
    });
    await expect(history(never).latest(9)).rejects.toThrow();
    expect((await storedAs(1)).map((one) => Object.keys(Object(one)))).toContainEqual(Object.keys(judged));
    createIndex.mockRestore();
    expect(await history(never).latest(9)).toHaveLength(2);
  });
});

describe('the history of version 2', () => {
  /** Leaves behind what version 2 wrote: videos that were judged by frames count as failed. */
  async function leaveVersion2(checks: readonly CheckRecord[]): Promise<void> {
    const database = await openDB(NAME, 2, {
      upgrade(db) {
        const store = db.createObjectStore('checks', { keyPath: 'id' });
        store.createIndex('startedAt', 'startedAt');
        store.createIndex('outcome', ['indexed.outcome', 'indexed.likelihood']);
        store.createIndex('sha256', ['read.sha256', 'indexed.answeredAt']);
        store.createIndex('address', ['indexed.address', 'indexed.answeredAt']);
        db.createObjectStore('thumbnails');
      },
    });
    for (const check of checks) {
      const { indexed, ...stored } = storedCheck(check);
      const outcome = indexed.outcome === 'frames' ? 'failed' : indexed.outcome;
      await database.put('checks', { ...stored, indexed: { ...indexed, outcome } });
    }
    database.close();
  }

  it('is taken over: what frames of a video came to is found', async () => {
    const frames = aCheck('frames', 3, { frames: [{ isAi: true, likelihood: 0.9, atSeconds: 0 }] });
    await leaveVersion2([judged, failed, frames]);
    const ids = (outcome: 'failed' | 'likely-ai') =>
      createHistoryList(headlineOfCheck).ids(
        { outcome, text: '' },
        { low: 0.4, high: 0.6 },
        new AbortController().signal,
      );
    expect(await ids('failed')).toEqual(['failed']);
    expect(await ids('likely-ai')).toEqual(['frames', 'judged']);
  });
});

import type { IDBPTransaction } from 'idb';
import type { HistoryDatabase, HistorySchema } from './history-database.ts';
import { parseStoredCheck, storedCheck } from './stored-check.ts';

/** The present version of the history's database. A new one gets a step below, and a test of what it makes of the last. */
export const HISTORY_VERSION = 3;

type Upgrade = IDBPTransaction<HistorySchema, ('checks' | 'thumbnails')[], 'versionchange'>;
/** Awaits nothing but the database: its transaction ends when nothing more is asked of it. */
type Step = (database: HistoryDatabase, transaction: Upgrade) => Promise<void>;

/** By the version each leads to. */
const STEPS: Readonly<Record<number, Step>> = {
  async 1(database) {
    database.createObjectStore('checks', { keyPath: 'id' }).createIndex('startedAt', 'startedAt');
  },
  /** Thumbnails go into a store of their own; what filters and lookups need is indexed. */
  async 2(database, transaction) {
    const thumbnails = database.createObjectStore('thumbnails');
    const checks = transaction.objectStore('checks');
    checks.createIndex('outcome', ['indexed.outcome', 'indexed.likelihood']);
    checks.createIndex('sha256', ['read.sha256', 'indexed.answeredAt']);
    checks.createIndex('address', ['indexed.address', 'indexed.answeredAt']);
    for (let cursor = await checks.openCursor(); cursor; cursor = await cursor.continue()) {
      const check = parseStoredCheck(cursor.value);
      if (!check) continue; // Left as it is: it goes when its days are over.
      if (check.thumbnail) await thumbnails.put(check.thumbnail, check.id);
      await cursor.update(storedCheck(check));
    }
  },
  /** Videos that were judged by frames were indexed as failed. */
  async 3(_database, transaction) {
    const failed = IDBKeyRange.bound(['failed'], ['failed', []]);
    const index = transaction.objectStore('checks').index('outcome');
    for (let cursor = await index.openCursor(failed); cursor; cursor = await cursor.continue()) {
      const check = parseStoredCheck(cursor.value);
      if (check?.frames) await cursor.update(storedCheck(check));
    }
  },
};

/** Brings the database from `oldVersion` (0: there is none) to the present one. */
export async function migrateHistory(database: HistoryDatabase, transaction: Upgrade, oldVersion: number) {
  for (let version = oldVersion + 1; version <= HISTORY_VERSION; version += 1) {
    await STEPS[version]?.(database, transaction);
  }
}

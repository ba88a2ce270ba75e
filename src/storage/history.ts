import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { CheckRecord } from '../check/check-record.ts';

/** The database, by its schema's version. A new version gets an `upgrade` step below and a test of it. */
interface HistorySchema extends DBSchema {
  checks: { key: string; value: CheckRecord; indexes: { startedAt: number } };
}

const NAME = 'bitmind-history';
const VERSION = 1;

/** Ended checks, on this computer's disk. Never those of private windows. */
export interface History {
  put(check: CheckRecord): Promise<void>;
  /** The latest first. */
  latest(count: number): Promise<CheckRecord[]>;
  /** Removes what began before a moment (epoch milliseconds); everything when none is given. */
  removeBefore(startedAt?: number): Promise<void>;
}

/** Opens the history at its first use. */
export function createHistory(): History {
  let opening: Promise<IDBPDatabase<HistorySchema>> | undefined;

  function database(): Promise<IDBPDatabase<HistorySchema>> {
    opening ??= openDB<HistorySchema>(NAME, VERSION, {
      upgrade(db, oldVersion) {
        if (oldVersion < 1) db.createObjectStore('checks', { keyPath: 'id' }).createIndex('startedAt', 'startedAt');
      },
      blocking(_current, _blocked, event) {
        opening = undefined;
        if (event.target instanceof IDBDatabase) event.target.close(); // A newer version of the extension wants it.
      },
      terminated() {
        opening = undefined;
      },
    });
    return opening;
  }

  return {
    async put(check) {
      await (await database()).put('checks', check);
    },
    async removeBefore(startedAt) {
      const { store, done } = (await database()).transaction('checks', 'readwrite');
      const old = startedAt === undefined ? null : IDBKeyRange.upperBound(startedAt, true);
      for (let cursor = await store.index('startedAt').openCursor(old); cursor; cursor = await cursor.continue()) {
        await cursor.delete();
      }
      await done;
    },
    async latest(count) {
      const found: CheckRecord[] = [];
      const index = (await database()).transaction('checks').store.index('startedAt');
      for (let cursor = await index.openCursor(null, 'prev'); cursor && found.length < count; ) {
        found.push(cursor.value);
        cursor = await cursor.continue();
      }
      return found;
    },
  };
}

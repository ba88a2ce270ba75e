import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import { logFault } from '../log.ts';
import type { WholeCredentials } from '../media/file-metadata.ts';
import { parseStoredCheck, placeOf, type StoredCheck, type StoredPlace } from './stored-check.ts';

/** What the database holds. */
export interface HistorySchema extends DBSchema {
  checks: {
    key: string;
    value: StoredCheck;
    indexes: {
      startedAt: number;
      /** Outcome and likelihood: what a filter by headline needs, whatever the inconclusive band is by then. */
      outcome: [outcome: string, likelihood: number];
      /** Hash of the bytes sent, and when the verdict on them was given. */
      sha256: [sha256: string, answeredAt: number];
      /** Address of the file sent, and the same. */
      address: [address: string, answeredAt: number];
    };
  };
  /** One for each check, whose id it has. */
  places: { key: string; value: StoredPlace };
  /** By the id of its check. */
  thumbnails: { key: string; value: Blob };
  /** The Content Credentials of its file, by the same. */
  credentials: { key: string; value: WholeCredentials };
}

export type HistoryDatabase = IDBPDatabase<HistorySchema>;

export const HISTORY_NAME = 'bitmind-history';
const VERSION = 3;

/** Gives the way to the history's database: opened at the first use, and again after the browser or an update closed it. */
export function historyDatabase(): () => Promise<HistoryDatabase> {
  let opening: Promise<HistoryDatabase> | undefined;
  const forget = () => {
    opening = undefined;
  };
  return () => {
    opening ??= openDB<HistorySchema>(HISTORY_NAME, VERSION, {
      upgrade(database, before, _now, transaction) {
        database.createObjectStore('places', { keyPath: 'id' });
        if (before < 2) database.createObjectStore('credentials');
        if (before > 0) {
          addPlaces(transaction).catch(logFault); // A request that fails ends the opening, too.
          return;
        }
        database.createObjectStore('thumbnails');
        const checks = database.createObjectStore('checks', { keyPath: 'id' });
        checks.createIndex('startedAt', 'startedAt');
        checks.createIndex('outcome', ['indexed.outcome', 'indexed.likelihood']);
        checks.createIndex('sha256', ['read.sha256', 'indexed.answeredAt']);
        checks.createIndex('address', ['indexed.address', 'indexed.answeredAt']);
      },
      blocking(_current, _blocked, event) {
        forget();
        if (event.target instanceof IDBDatabase) event.target.close(); // A newer version of the extension wants it.
      },
      terminated: forget,
    }).catch((error: unknown) => {
      forget(); // The next use tries again.
      throw error;
    });
    return opening;
  };
}

/** For what was kept before places were. */
async function addPlaces(
  transaction: IDBPTransaction<HistorySchema, StoreNames<HistorySchema>[], 'versionchange'>,
): Promise<void> {
  const places = transaction.objectStore('places');
  for (let cursor = await transaction.objectStore('checks').openCursor(); cursor; cursor = await cursor.continue()) {
    const check = parseStoredCheck(cursor.value);
    if (check) await places.put(placeOf(check));
  }
}

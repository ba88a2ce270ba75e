import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { logFault } from '../log.ts';
import { HISTORY_VERSION, migrateHistory } from './history-migrations.ts';
import type { StoredCheck } from './stored-check.ts';

/** The database at its present version. */
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
  /** By the id of its check. */
  thumbnails: { key: string; value: Blob };
}

export type HistoryDatabase = IDBPDatabase<HistorySchema>;

const NAME = 'bitmind-history';

/** Gives the way to the history's database: opened at the first use, and again after the browser or an update closed it. */
export function historyDatabase(): () => Promise<HistoryDatabase> {
  let opening: Promise<HistoryDatabase> | undefined;
  const forget = () => {
    opening = undefined;
  };
  return () => {
    opening ??= openDB<HistorySchema>(NAME, HISTORY_VERSION, {
      upgrade(database, oldVersion, _newVersion, transaction) {
        const migrated = migrateHistory(database, transaction, oldVersion).catch((error: unknown) => {
          transaction.abort(); // It is one transaction: everything stays as it was.
          throw error;
        });
        // Opening fails with it, but only says that it was aborted.
        Promise.all([migrated, transaction.done]).catch(logFault);
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

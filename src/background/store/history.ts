import { deleteDB } from 'idb';
import type { CheckRecord } from '../../core/check/check-record.ts';
import type { WholeCredentials } from '../../core/media/file-metadata.ts';
import { tellHistoryChanged } from '../../core/store/history-changes.ts';
import { HISTORY_NAME, type HistoryDatabase, historyDatabase } from '../../core/store/history-database.ts';
import { parseStoredCheck, placeOf, type StoredCheck } from '../../core/store/stored-check.ts';
import { indexedCheck } from './indexed-check.ts';
import { mayDropResults, tellDropped, tellRoom } from './room-for-results.ts';

/** What was taken out of the history, as it lay there: each with its thumbnail and credentials, where it has some. */
export type TakenResults = readonly {
  readonly stored: StoredCheck;
  readonly thumbnail: Blob | undefined;
  readonly credentials: WholeCredentials | undefined;
}[];

/** Ended checks, on this computer's disk: what is written, and what is looked up one by one. Never those of private windows. */
export interface History {
  /**
   * Keeps a check, in the place of what was kept under its id; false: there is no room for it. `credentials`: those of its file;
   * without, those that are kept stay, unless it has none.
   */
  put(check: CheckRecord, credentials?: WholeCredentials): Promise<boolean>;
  get(id: string): Promise<CheckRecord | undefined>;
  thumbnail(id: string): Promise<Blob | undefined>;
  /** The Content Credentials of its file. */
  credentials(id: string): Promise<WholeCredentials | undefined>;
  /** The latest first, with their thumbnails. */
  latest(count: number): Promise<CheckRecord[]>;
  /** The check with the latest verdict on these bytes that was given at `since` (epoch milliseconds) or later. */
  verdictOf(sha256: string, since: number): Promise<CheckRecord | undefined>;
  /** The same for the file of a web address, whatever bytes it has now: `read.validators` tells how to ask its server. */
  latestAt(url: string, since: number): Promise<CheckRecord | undefined>;
  /** Removes some, and gives all there was of them. */
  take(ids: readonly string[]): Promise<TakenResults>;
  /** Puts what was taken where it was. */
  putBack(taken: TakenResults): Promise<void>;
  /** Removes what began before a moment (epoch milliseconds); everything when none is given. */
  removeBefore(startedAt?: number): Promise<void>;
  /** Removes every small picture, those in credentials too, and keeps the results. */
  removeThumbnails(): Promise<void>;
  /** Deletes the whole database, which need not be one that can be opened, so that the next use makes a new one. */
  startAnew(): Promise<void>;
}

/**
 * The parts of what is kept that make room, one after the other until there is some: small ones are of no use, since Chromium
 * (156) counts what was deleted as freed only in large pieces. Nor are more than these: then the whole disk is full.
 */
const DROPPED_PARTS = [1 / 4, 1 / 3];
/** Results that make room at a time, at least. */
const LEAST_DROPPED = 20;

/** All that is kept of a check. */
const STORES = ['checks', 'places', 'thumbnails', 'credentials'] as const;

/** Opens the history at its first use. */
export function createHistory(): History {
  const open = historyDatabase();
  /** What is without room makes some one after the other: room for one is mostly room for the next. */
  let makingRoom: Promise<boolean> = Promise.resolve(true);
  let mayBeFull = true;

  async function write({ thumbnail, ...check }: CheckRecord, whole: WholeCredentials | undefined): Promise<void> {
    const transaction = (await open()).transaction(STORES, 'readwrite');
    const [thumbnails, credentials] = [transaction.objectStore('thumbnails'), transaction.objectStore('credentials')];
    await Promise.all([
      transaction.objectStore('checks').put(indexedCheck(check)),
      transaction.objectStore('places').put(placeOf(check)),
      thumbnail ? thumbnails.put(thumbnail, check.id) : thumbnails.delete(check.id),
      whole ? credentials.put(whole, check.id) : !hasCredentials(check) && credentials.delete(check.id),
      transaction.done,
    ]);
  }

  async function removeAll(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const transaction = (await open()).transaction(STORES, 'readwrite');
    const stores = STORES.map((name) => transaction.objectStore(name));
    await Promise.all([...ids.flatMap((id) => stores.map((store) => store.delete(id))), transaction.done]);
    tellHistoryChanged();
  }

  async function removeEverything(): Promise<void> {
    const transaction = (await open()).transaction(STORES, 'readwrite');
    const stores = STORES.map((name) => transaction.objectStore(name));
    await Promise.all([...stores.map((store) => store.clear()), transaction.done]);
    tellHistoryChanged();
  }

  async function dropOldest(part: number): Promise<number> {
    const database = await open();
    const count = Math.max(LEAST_DROPPED, Math.ceil((await database.count('checks')) * part));
    const oldest = await database.getAllKeysFromIndex('checks', 'startedAt', null, count);
    await removeAll(oldest);
    return oldest.length;
  }

  async function makeRoomAndWrite(check: CheckRecord, credentials: WholeCredentials | undefined): Promise<boolean> {
    mayBeFull = true;
    if (await write(check, credentials).then(() => true, isQuotaSpent)) return true;
    let count = 0;
    for (const part of (await mayDropResults()) ? DROPPED_PARTS : []) {
      const dropped = await dropOldest(part);
      count += dropped;
      const isKept = await write(check, credentials).then(() => true, isQuotaSpent);
      if (isKept) {
        await tellDropped({ count, isKept });
        return true;
      }
      if (dropped === 0) break;
    }
    await tellDropped({ count, isKept: false });
    return false;
  }

  async function latestIn(name: 'sha256' | 'address', key: string, since: number): Promise<CheckRecord | undefined> {
    const range = IDBKeyRange.bound([key, since], [key, []]); // An array is more than any number.
    const cursor = await (await open()).transaction('checks').store.index(name).openCursor(range, 'prev');
    return cursor ? parseStoredCheck(cursor.value) : undefined;
  }

  return {
    async put(check, credentials) {
      let isKept = await write(check, credentials).then(() => true, isQuotaSpent);
      if (!isKept) {
        makingRoom = makingRoom.catch(() => false).then(() => makeRoomAndWrite(check, credentials)); // The one before has told its own.
        isKept = await makingRoom;
      } else if (mayBeFull) {
        mayBeFull = false;
        await tellRoom();
      }
      if (isKept) tellHistoryChanged({ putAt: check.startedAt });
      return isKept;
    },
    get: async (id) => parseStoredCheck(await (await open()).get('checks', id)),
    thumbnail: async (id) => (await open()).get('thumbnails', id),
    credentials: async (id) => (await open()).get('credentials', id),
    async latest(count) {
      const database = await open();
      const found: CheckRecord[] = [];
      const index = database.transaction('checks').store.index('startedAt');
      for (let cursor = await index.openCursor(null, 'prev'); cursor && found.length < count; ) {
        const check = parseStoredCheck(cursor.value);
        if (check) found.push(check);
        cursor = await cursor.continue();
      }
      return Promise.all(found.map((check) => withThumbnail(database, check)));
    },
    verdictOf: (sha256, since) => latestIn('sha256', sha256, since),
    latestAt: (url, since) => latestIn('address', url, since),
    async take(ids) {
      const transaction = (await open()).transaction(STORES);
      const found = await Promise.all(
        ids.map(async (id) => {
          const [stored, thumbnail, credentials] = await Promise.all([
            transaction.objectStore('checks').get(id),
            transaction.objectStore('thumbnails').get(id),
            transaction.objectStore('credentials').get(id),
          ]);
          return stored ? [{ stored, thumbnail, credentials }] : [];
        }),
      );
      await removeAll(ids);
      return found.flat();
    },
    async putBack(taken) {
      const transaction = (await open()).transaction(STORES, 'readwrite');
      const puts = taken.flatMap(({ stored, thumbnail, credentials }) => [
        transaction.objectStore('checks').put(stored),
        transaction.objectStore('places').put(placeOf(stored)),
        ...(thumbnail ? [transaction.objectStore('thumbnails').put(thumbnail, stored.id)] : []),
        ...(credentials ? [transaction.objectStore('credentials').put(credentials, stored.id)] : []),
      ]);
      await Promise.all([...puts, transaction.done]);
      tellHistoryChanged();
    },
    async removeBefore(startedAt) {
      if (startedAt === undefined) return removeEverything();
      const old = IDBKeyRange.upperBound(startedAt, true);
      await removeAll(await (await open()).getAllKeysFromIndex('checks', 'startedAt', old));
    },
    async removeThumbnails() {
      const transaction = (await open()).transaction(STORES, 'readwrite');
      await transaction.objectStore('thumbnails').clear();
      let cursor = await transaction.objectStore('credentials').openCursor();
      while (cursor) {
        if (cursor.value.pictures.length > 0) await cursor.update({ ...cursor.value, pictures: [] });
        cursor = await cursor.continue();
      }
      await transaction.done;
      tellHistoryChanged();
    },
    async startAnew() {
      await deleteDB(HISTORY_NAME);
      tellHistoryChanged();
    },
  };
}

async function withThumbnail(database: HistoryDatabase, check: CheckRecord): Promise<CheckRecord> {
  const thumbnail = await database.get('thumbnails', check.id);
  return thumbnail ? { ...check, thumbnail } : check;
}

function hasCredentials({ fileMetadata }: Omit<CheckRecord, 'thumbnail'>): boolean {
  return !!fileMetadata && 'credentials' in fileMetadata && fileMetadata.credentials.state !== 'none';
}

/** False for the error that says that the browser gives no more room; throws any other. */
function isQuotaSpent(error: unknown): false {
  if (error instanceof Error && error.name === 'QuotaExceededError') return false;
  throw error;
}

/** The browser gives no room for a record. Not told to users: what can be done then is done without them. */
export class NoRoomError extends Error {
  override readonly name = 'NoRoomError';
}

/** Where records of one kind outlive the background, each by its id. */
export interface RecordStorage<T> {
  getAll(): Promise<readonly T[]>;
  /** Writes some and removes others, and touches no other. Rejects with `NoRoomError` where they do not fit in. */
  change(puts: readonly T[], removedIds: readonly string[]): Promise<void>;
}

/** Writes what changes in a memory through to its storage. */
export interface WriteThrough<T> {
  /** Reads, once, what an earlier background left behind. */
  load(): Promise<readonly T[]>;
  /** The record with this id is another now, or has gone. */
  changed(id: string): void;
  /** The same of what changes many times a second, and is of little use to a later background: written within a second. */
  changedALittle(id: string): void;
  /** Resolves when everything changed so far is stored, or could not be. */
  stored(): Promise<void>;
}

/** How long what has changed a little may wait, in milliseconds. */
const LITTLE_WAITS_MS = 1_000;

/** When what could not be written is tried again by itself, in milliseconds; after that, with the next change. */
const TRIED_AGAIN_MS = [1_000, 4_000, 16_000];

/**
 * Writes through what `get` gives at the time of writing. Changes that come while a write is on its way go into the next one
 * together, so a page of hundreds of media costs few writes, and each costs what has changed.
 *
 * Where a write fails, what is stored of its records is taken away: a later background would believe what is no longer so,
 * and send again what was sent. They are written when that can be done again. For want of
 * room, what is stored of those `toSpare` names is taken away first; in memory they stay.
 */
export function writeThrough<T>(
  storage: RecordStorage<T>,
  get: (id: string) => T | undefined,
  onLoaded: (stored: readonly T[]) => void,
  onFault: (error: unknown) => void,
  toSpare: (wanted: ReadonlySet<string>) => readonly string[] = () => [],
): WriteThrough<T> {
  const waiting = new Set<string>();
  let isPlanned = false;
  let littleLater: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let loading: Promise<readonly T[]> | undefined;
  let writing: Promise<void> = Promise.resolve();

  function load(): Promise<readonly T[]> {
    loading ??= storage.getAll().then((stored) => {
      onLoaded(stored);
      return stored;
    });
    return loading;
  }

  async function write(): Promise<void> {
    clearTimeout(littleLater);
    littleLater = undefined;
    const puts = new Map<string, T>();
    const removed: string[] = [];
    for (const id of waiting) {
      const record = get(id);
      if (record === undefined) removed.push(id);
      else puts.set(id, record);
    }
    waiting.clear();
    isPlanned = false;
    try {
      await writeOrMakeRoom(puts, removed);
      failures = 0;
    } catch (error) {
      onFault(error);
      for (const id of [...puts.keys(), ...removed]) waiting.add(id);
      tryAgainLater();
      await storage.change([], [...removed, ...puts.keys()]);
    }
  }

  async function writeOrMakeRoom(puts: ReadonlyMap<string, T>, removed: readonly string[]): Promise<void> {
    const records = [...puts.values()];
    try {
      await storage.change(records, removed);
    } catch (error) {
      const spared = error instanceof NoRoomError ? toSpare(new Set(puts.keys())) : [];
      if (spared.length === 0) throw error;
      await storage.change([], spared);
      await storage.change(records, removed);
    }
  }

  function plan(): void {
    if (isPlanned) return;
    isPlanned = true;
    writing = writing.then(write).catch(onFault);
  }

  function tryAgainLater(): void {
    const delay = TRIED_AGAIN_MS[failures];
    failures += 1;
    if (delay !== undefined) setTimeout(plan, delay);
  }

  return {
    load,
    changed(id) {
      waiting.add(id);
      plan();
    },
    changedALittle(id) {
      waiting.add(id);
      littleLater ??= setTimeout(plan, LITTLE_WAITS_MS);
    },
    stored: () => writing,
  };
}

/** Where records of one kind outlive the background, each by its id. */
export interface RecordStorage<T> {
  getAll(): Promise<readonly T[]>;
  /** Writes some and removes others, and touches no other. */
  change(puts: readonly T[], removedIds: readonly string[]): Promise<void>;
}

/** Writes what changes in a memory through to its storage. */
export interface WriteThrough<T> {
  /** Reads, once, what an earlier background left behind. */
  load(): Promise<readonly T[]>;
  /** The record with this id is another now, or has gone. */
  changed(id: string): void;
  /** Resolves when everything changed so far is stored. */
  stored(): Promise<void>;
}

/**
 * Writes through what `get` gives at the time of writing. Changes that come while a write is on its way go into the next one
 * together, so a page of hundreds of media costs few writes, and each costs what has changed.
 */
export function writeThrough<T>(
  storage: RecordStorage<T>,
  get: (id: string) => T | undefined,
  onLoaded: (stored: readonly T[]) => void,
  onFault: (error: unknown) => void,
): WriteThrough<T> {
  const waiting = new Set<string>();
  let loading: Promise<readonly T[]> | undefined;
  let writing: Promise<void> = Promise.resolve();

  function load(): Promise<readonly T[]> {
    loading ??= storage.getAll().then((stored) => {
      onLoaded(stored);
      return stored;
    });
    return loading;
  }

  function write(): Promise<void> {
    const puts: T[] = [];
    const removed: string[] = [];
    for (const id of waiting) {
      const record = get(id);
      if (record === undefined) removed.push(id);
      else puts.push(record);
    }
    waiting.clear();
    return storage.change(puts, removed);
  }

  return {
    load,
    changed(id) {
      const isWritePlanned = waiting.size > 0;
      waiting.add(id);
      if (!isWritePlanned) writing = writing.then(write).catch(onFault);
    },
    stored: () => writing,
  };
}

import { type CheckRecord, hasEnded } from './check-record.ts';
import { isLocalFile } from './media-reference.ts';

/** Ended checks kept for the views of this browser session; older ones are in the history. */
const KEPT_ENDED = 100;

/** The same for the checks of whole pages, whose marks are drawn from them. */
const KEPT_ENDED_OF_PAGES = 2_000;

/** Longest media address that is kept: `data:` addresses hold whole images. Characters. */
const MAX_KEPT_URL = 2_000;

/** Where the checks outlive the background. */
export interface CheckStorage {
  get(): Promise<readonly CheckRecord[]>;
  set(checks: CheckRecord[]): Promise<void>;
}

/** All checks of this browser session, newest first. */
export interface CheckStore {
  /** Takes up, once, what an earlier background left behind; gives what that was. */
  load(): Promise<readonly CheckRecord[]>;
  get(id: string): CheckRecord | undefined;
  list(): readonly CheckRecord[];
  put(check: CheckRecord): void;
  /** Resolves when everything put so far is stored. */
  stored(): Promise<void>;
  /** Forgets one check: it was never more than a question. */
  remove(id: string): void;
  /** Forgets the checks that have ended. */
  removeEnded(): void;
  /** Calls back at every change, with the check that was put if it is one; gives the way to stop. */
  subscribe(listener: (put?: CheckRecord) => void): () => void;
}

/** A store in memory that writes itself through to `storage`. */
export function createCheckStore(storage: CheckStorage, onFault: (error: unknown) => void): CheckStore {
  const checks = new Map<string, CheckRecord>();
  const listeners = new Set<(put?: CheckRecord) => void>();
  let loading: Promise<readonly CheckRecord[]> | undefined;
  let writing: Promise<void> = Promise.resolve();
  let isWritePlanned = false;

  const list = () => [...checks.values()].sort((a, b) => b.startedAt - a.startedAt);

  function load(): Promise<readonly CheckRecord[]> {
    loading ??= storage.get().then((stored) => {
      for (const check of stored) checks.set(check.id, check);
      return stored;
    });
    return loading;
  }

  /** Changes that come while a write is on its way go into the next one together. */
  function write(): void {
    if (isWritePlanned) return;
    isWritePlanned = true;
    writing = writing
      .then(load)
      .then(() => {
        isWritePlanned = false;
        forgetOldest();
        return storage.set(list().map(storable));
      })
      .catch(onFault);
  }

  function changed(put?: CheckRecord): void {
    for (const listener of listeners) listener(put);
    write();
  }

  function forgetOldest(): void {
    const ended = list().filter((check) => hasEnded(check.state));
    const old = [
      ...ended.filter(({ pageRun }) => pageRun === undefined).slice(KEPT_ENDED),
      ...ended.filter(({ pageRun }) => pageRun !== undefined).slice(KEPT_ENDED_OF_PAGES),
    ];
    for (const { id } of old) checks.delete(id);
  }

  return {
    load,
    list,
    get: (id) => checks.get(id),
    put(check) {
      checks.set(check.id, check);
      changed(check);
    },
    remove(id) {
      checks.delete(id);
      changed();
    },
    removeEnded() {
      for (const { id, state } of list()) if (hasEnded(state)) checks.delete(id);
      changed();
    },
    stored: () => writing,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A check without what session storage cannot hold: its thumbnail, which is a Blob, and the rest of a very long address. */
function storable(check: CheckRecord): CheckRecord {
  const { thumbnail: _, ...kept } = withKeptAddress(check);
  return kept;
}

/** A check with its media's address cut to the length that is kept. */
export function withKeptAddress(check: CheckRecord): CheckRecord {
  const { media } = check;
  if (isLocalFile(media) || media.url === undefined || media.url.length <= MAX_KEPT_URL) return check;
  return { ...check, media: { ...media, url: media.url.slice(0, MAX_KEPT_URL), isUrlCut: true } };
}

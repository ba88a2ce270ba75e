import type { CheckRecord } from '../../core/check/check-record.ts';
import { isLocalFile } from '../../core/check/media-reference.ts';
import { hasEnded } from '../store/check-state.ts';
import { type RecordStorage, writeThrough } from '../store/record-storage.ts';

/** Ended checks kept for the views of this browser session; older ones are in the history. */
const KEPT_ENDED = 100;

/** The same for the checks of whole pages, whose badges are drawn from them. */
const KEPT_ENDED_OF_PAGES = 2_000;

/** Longest media address that is kept: `data:` addresses hold whole images. Characters. */
const MAX_KEPT_URL = 2_000;

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
export function createCheckStore(
  storage: RecordStorage<CheckRecord>,
  onFault: (error: unknown) => void,
  clock: () => number,
): CheckStore {
  const checks = new Map<string, CheckRecord>();
  const listeners = new Set<(put?: CheckRecord) => void>();
  /** Those that are in memory alone, for want of room. */
  const spared = new Set<string>();
  const through = writeThrough(storage, storableCheck, takeUp, onFault, toSpare);

  const list = () => [...checks.values()].sort((a, b) => b.startedAt - a.startedAt);

  function storableCheck(id: string): CheckRecord | undefined {
    const check = checks.get(id);
    return check && storable(check);
  }

  function takeUp(stored: readonly CheckRecord[]): void {
    for (const check of stored) if (!checks.has(check.id)) checks.set(check.id, check);
  }

  function remove(id: string): void {
    checks.delete(id);
    spared.delete(id);
    through.changed(id);
  }

  function tell(put?: CheckRecord): void {
    for (const listener of listeners) listener(put);
  }

  function forgetOldest(): void {
    if (checks.size <= KEPT_ENDED) return;
    const ended = list().filter((check) => hasEnded(check.state));
    const old = [
      ...ended.filter(({ pageRun }) => pageRun === undefined).slice(KEPT_ENDED),
      ...ended.filter(({ pageRun }) => pageRun !== undefined).slice(KEPT_ENDED_OF_PAGES),
    ];
    for (const { id } of old) remove(id);
  }

  /**
   * The older half of those that are stored and have ended: nothing comes of them any more. But not of a page whose check is under
   * way: a later background goes on with that.
   */
  function toSpare(wanted: ReadonlySet<string>): readonly string[] {
    const pagesUnderWay = new Set(list().flatMap(({ state, pageRun = [] }) => (hasEnded(state) ? [] : pageRun)));
    const ended = list().filter(
      ({ id, state, pageRun }) =>
        hasEnded(state) && !spared.has(id) && !wanted.has(id) && !pagesUnderWay.has(pageRun ?? ''),
    );
    const older = ended.slice(Math.floor(ended.length / 2)).map(({ id }) => id);
    for (const id of older) spared.add(id);
    return older;
  }

  return {
    load: through.load,
    list,
    get: (id) => checks.get(id),
    put(changed) {
      const check = withStage(changed, clock());
      checks.set(check.id, check);
      spared.delete(check.id);
      through.changed(check.id);
      if (hasEnded(check.state)) forgetOldest();
      tell(check);
    },
    remove(id) {
      remove(id);
      tell();
    },
    removeEnded() {
      for (const { id, state } of list()) if (hasEnded(state)) remove(id);
      tell();
    },
    stored: through.stored,
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

/** Stages kept of one check: a check that was tried again and again has its latest. */
const MAX_STAGES = 24;

/** A check with the state it is in now among its stages. */
function withStage(check: CheckRecord, at: number): CheckRecord {
  const { stages = [], state } = check;
  if (stages.at(-1)?.state === state) return check;
  return { ...check, stages: [...stages, { state, at }].slice(-MAX_STAGES) };
}

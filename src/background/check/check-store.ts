import type { CheckRecord } from '../../core/check/check-record.ts';
import { withCutAddresses } from '../address-limit.ts';
import { hasEnded } from '../store/check-state.ts';
import { type RecordStorage, writeThrough } from '../store/record-storage.ts';
import { briefOf } from '../words/file-says-briefly.ts';
import { type CheckIndex, createCheckIndex } from './check-index.ts';

/** Ended checks kept for the views of this browser session; older ones are in the history. */
const KEPT_ENDED = 100;

/** The same for the checks of whole pages, whose badges are drawn from them. */
const KEPT_ENDED_OF_PAGES = 2_000;

/** The latest checks that lists show, besides those of one tab. */
export const LISTED_CHECKS = 8;

/** All checks of this browser session. */
export interface CheckStore extends Pick<CheckIndex, 'get' | 'latest' | 'ofTab' | 'ofRun'> {
  /** Takes up, once, what an earlier background left behind; gives what that was. */
  load(): Promise<readonly CheckRecord[]>;
  put(check: CheckRecord): void;
  /** Puts a check of which only the progress is another: it may be stored a little later. */
  putProgress(check: CheckRecord): void;
  /** Has those who follow this check look again: something about it has changed that is not on its record. */
  tell(id: string): void;
  /** The history has this check, which has ended: what views do not need of it leaves the session's storage. */
  keptInHistory(id: string): void;
  /** Resolves when everything put so far is stored. */
  stored(): Promise<void>;
  /** Forgets one check: it was never more than a question. */
  remove(id: string): void;
  /** Forgets the checks that have ended. */
  removeEnded(): void;
  /** Forgets those of pages that nothing will be shown of any more: they were cancelled, or the history has them. Not the latest. */
  leaveToHistory(isShown: (check: CheckRecord) => boolean): void;
  /** Calls back once for all that changes at the same time: checks that were put or removed. Gives the way to stop. */
  subscribe(listener: (changed: readonly CheckRecord[]) => void): () => void;
}

/** A store in memory that writes itself through to `storage`. */
export function createCheckStore(
  storage: RecordStorage<CheckRecord>,
  onFault: (error: unknown) => void,
  clock: () => number,
): CheckStore {
  const checks = createCheckIndex();
  const listeners = new Set<(changed: readonly CheckRecord[]) => void>();
  /** Those that are in memory alone, for want of room. */
  const spared = new Set<string>();
  /** Those that are in the history, as far as this background knows. */
  const kept = new Set<string>();
  /** Those that have ended, the first of them first. */
  const ended = { alone: new Set<string>(), ofPages: new Set<string>() };
  const through = writeThrough(storage, storableCheck, takeUp, onFault, toSpare);
  let untold = new Map<string, CheckRecord>();

  function storableCheck(id: string): CheckRecord | undefined {
    const check = checks.get(id);
    return check && storable(check, kept.has(id));
  }

  function takeUp(stored: readonly CheckRecord[]): void {
    const unknown = stored.filter(({ id }) => !checks.get(id)).sort((a, b) => a.startedAt - b.startedAt);
    for (const check of unknown.map(withoutReading)) {
      checks.put(check);
      noteEnd(check);
      if (check.isLean) kept.add(check.id);
    }
  }

  function noteEnd(check: CheckRecord): void {
    const { id, state, pageRun } = check;
    const its = pageRun === undefined ? ended.alone : ended.ofPages;
    its.delete(id);
    if (hasEnded(state)) its.add(id);
  }

  function forget(id: string): void {
    const check = checks.get(id);
    if (!check) return;
    checks.remove(id);
    for (const ids of [spared, kept, ended.alone, ended.ofPages]) ids.delete(id);
    through.changed(id);
    tell(check);
  }

  function tell(check: CheckRecord): void {
    if (untold.size === 0) queueMicrotask(tellAll);
    untold.set(check.id, check);
  }

  function tellAll(): void {
    const changed = [...untold.values()];
    untold = new Map();
    for (const listener of listeners) listener(changed);
  }

  function forgetOldest(): void {
    for (const [ids, most] of [
      [ended.alone, KEPT_ENDED],
      [ended.ofPages, KEPT_ENDED_OF_PAGES],
    ] as const) {
      for (const oldest of ids) {
        if (ids.size <= most) break;
        forget(oldest);
      }
    }
  }

  /**
   * The older half of those that are stored and have ended: nothing comes of them any more. But not of a page whose check is under
   * way: a later background goes on with that.
   */
  function toSpare(wanted: ReadonlySet<string>): readonly string[] {
    const underWay = checks.latest(({ state, pageRun }) => pageRun !== undefined && !hasEnded(state));
    const pagesUnderWay = new Set(underWay.map(({ pageRun }) => pageRun));
    const mayGo = checks.latest(
      ({ id, state, pageRun }) =>
        hasEnded(state) && !spared.has(id) && !wanted.has(id) && (pageRun === undefined || !pagesUnderWay.has(pageRun)),
    );
    const older = mayGo.slice(Math.floor(mayGo.length / 2)).map(({ id }) => id);
    for (const id of older) spared.add(id);
    return older;
  }

  return {
    load: through.load,
    get: checks.get,
    latest: checks.latest,
    ofTab: checks.ofTab,
    ofRun: checks.ofRun,
    put(changed) {
      const check = withStage(changed, clock());
      checks.put(check);
      spared.delete(check.id);
      kept.delete(check.id);
      noteEnd(check);
      through.changed(check.id);
      forgetOldest();
      tell(check);
    },
    putProgress(check) {
      checks.put(check);
      through.changedALittle(check.id);
      tell(check);
    },
    tell(id) {
      const check = checks.get(id);
      if (check) tell(check);
    },
    keptInHistory(id) {
      if (!hasEnded(checks.get(id)?.state ?? 'queued') || spared.has(id)) return;
      kept.add(id);
      through.changed(id);
    },
    remove: forget,
    removeEnded() {
      for (const id of [...ended.alone, ...ended.ofPages]) forget(id);
    },
    leaveToHistory(isShown) {
      const listed = new Set(checks.latest(({ media }) => !media.isPrivate, LISTED_CHECKS));
      for (const check of [...ended.ofPages].flatMap((id) => checks.get(id) ?? [])) {
        const isOver = kept.has(check.id) || check.state === 'cancelled';
        if (isOver && !check.isReadingFile && !listed.has(check) && !isShown(check)) forget(check.id);
      }
    },
    stored: through.stored,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A check that an earlier background has left: the file went with that. */
function withoutReading({ isReadingFile, ...check }: CheckRecord): CheckRecord {
  return isReadingFile ? { ...check, fileMetadata: { unread: 'fault' } } : check;
}

/** A check as session storage holds it: without its thumbnail, which is a Blob, and without what only the history need have. */
function storable({ thumbnail: _, ...all }: CheckRecord, isKept: boolean): CheckRecord {
  const { earlier } = all;
  const before = earlier && { earlier: storable(earlier, false) };
  const check = { ...all, media: withCutAddresses(all.media), ...before };
  if (!isKept) return check;
  const { stages: _s, fileMetadata, ...lean } = check;
  const fileBrief = fileMetadata && briefOf(fileMetadata);
  return {
    ...lean,
    isLean: true,
    ...(lean.unjudged && fileMetadata && { fileMetadata }),
    ...(fileBrief && { fileBrief }),
  };
}

/** Stages kept of one check: a check that was tried again and again has its latest. */
const MAX_STAGES = 24;

/** A check with the state it is in now among its stages. */
function withStage(check: CheckRecord, at: number): CheckRecord {
  const { stages = [], state } = check;
  if (stages.at(-1)?.state === state) return check;
  return { ...check, stages: [...stages, { state, at }].slice(-MAX_STAGES) };
}

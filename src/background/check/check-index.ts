import type { CheckRecord } from '../../core/check/check-record.ts';
import { isLocalFile } from '../../core/check/media-reference.ts';

/** Checks by their id, tab and page run, in the order of their beginning: what is asked of them walks no others. */
export interface CheckIndex {
  get(id: string): CheckRecord | undefined;
  /** Takes the place of what has the same id: its media, its tab and its page run stay what they were. */
  put(check: CheckRecord): void;
  remove(id: string): void;
  /** The latest that are accepted, newest first; all of them without a count. */
  latest(accept: (check: CheckRecord) => boolean, count?: number): readonly CheckRecord[];
  /** Newest first. */
  ofTab(tabId: number): readonly CheckRecord[];
  ofRun(pageRun: string): readonly CheckRecord[];
}

/** None yet. */
export function createCheckIndex(): CheckIndex {
  const checks = new Map<string, CheckRecord>();
  /** Oldest first: a new one mostly goes to the end. */
  const order: string[] = [];
  const tabs = new Map<number, Set<string>>();
  const runs = new Map<string, Set<string>>();

  function startOf(id: string | undefined): number {
    return (id === undefined ? undefined : checks.get(id)?.startedAt) ?? Number.NEGATIVE_INFINITY;
  }

  function add({ id, media, pageRun, startedAt }: CheckRecord): void {
    let place = order.length;
    while (place > 0 && startOf(order[place - 1]) > startedAt) place -= 1;
    order.splice(place, 0, id);
    if (!isLocalFile(media)) setOf(tabs, media.tabId).add(id);
    if (pageRun !== undefined) setOf(runs, pageRun).add(id);
  }

  function found(ids: Iterable<string> = []): CheckRecord[] {
    return [...ids].flatMap((id) => checks.get(id) ?? []);
  }

  return {
    get: (id) => checks.get(id),
    put(check) {
      const isNew = !checks.has(check.id);
      checks.set(check.id, check);
      if (isNew) add(check);
    },
    remove(id) {
      const check = checks.get(id);
      if (!check) return;
      const { media, pageRun } = check;
      checks.delete(id);
      order.splice(order.lastIndexOf(id), 1);
      if (!isLocalFile(media)) leave(tabs, media.tabId, id);
      if (pageRun !== undefined) leave(runs, pageRun, id);
    },
    latest(accept, count = order.length) {
      const latest: CheckRecord[] = [];
      for (let place = order.length - 1; place >= 0 && latest.length < count; place -= 1) {
        const check = checks.get(order[place] ?? '');
        if (check && accept(check)) latest.push(check);
      }
      return latest;
    },
    ofTab: (tabId) => found(tabs.get(tabId)).sort((a, b) => b.startedAt - a.startedAt),
    ofRun: (pageRun) => found(runs.get(pageRun)),
  };
}

function setOf<Key>(sets: Map<Key, Set<string>>, key: Key): Set<string> {
  const known = sets.get(key) ?? new Set();
  sets.set(key, known);
  return known;
}

/** A set that is empty goes: thousands of tabs come and go. */
function leave<Key>(sets: Map<Key, Set<string>>, key: Key, id: string): void {
  const ids = sets.get(key);
  ids?.delete(id);
  if (ids?.size === 0) sets.delete(key);
}

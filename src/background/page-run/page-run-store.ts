import type { PageRun } from '../check/page-run.ts';
import { type RecordStorage, writeThrough } from '../store/record-storage.ts';

/** The checks of pages in this browser session: one a tab. */
export interface PageRunStore {
  /** Takes up, once, what an earlier background left behind; gives what that was. */
  load(): Promise<readonly PageRun[]>;
  get(id: string): PageRun | undefined;
  list(): readonly PageRun[];
  inTab(tabId: number): PageRun | undefined;
  /** Takes the place of what there was of its tab. */
  put(run: PageRun): void;
  /** Changes a run that is still there. */
  change(id: string, next: (run: PageRun) => PageRun): void;
  remove(id: string): void;
  /** Calls back at every change; gives the way to stop. */
  subscribe(listener: (run: PageRun) => void): () => void;
}

/** A store in memory that writes itself through to `storage`. */
export function createPageRunStore(storage: RecordStorage<PageRun>, onFault: (error: unknown) => void): PageRunStore {
  const runs = new Map<number, PageRun>();
  const listeners = new Set<(run: PageRun) => void>();
  const get = (id: string) => [...runs.values()].find((run) => run.id === id);
  const through = writeThrough(storage, get, takeUp, onFault);

  function takeUp(stored: readonly PageRun[]): void {
    for (const run of stored) if (!runs.has(run.tabId)) runs.set(run.tabId, run);
  }

  function changed(run: PageRun): void {
    for (const listener of listeners) listener(run);
    through.changed(run.id);
  }

  function put(run: PageRun): void {
    const earlier = runs.get(run.tabId);
    runs.set(run.tabId, run);
    if (earlier && earlier.id !== run.id) through.changed(earlier.id);
    changed(run);
  }

  return {
    load: through.load,
    get,
    put,
    list: () => [...runs.values()],
    inTab: (tabId) => runs.get(tabId),
    change(id, next) {
      const run = get(id);
      if (run) put(next(run));
    },
    remove(id) {
      const run = get(id);
      if (!run) return;
      runs.delete(run.tabId);
      changed(run);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

import type { PageRun } from './page-run.ts';

/** Where the checks of pages outlive the background. */
export interface PageRunStorage {
  get(): Promise<readonly PageRun[]>;
  set(runs: PageRun[]): Promise<void>;
}

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
export function createPageRunStore(storage: PageRunStorage, onFault: (error: unknown) => void): PageRunStore {
  const runs = new Map<number, PageRun>();
  const listeners = new Set<(run: PageRun) => void>();
  let loading: Promise<readonly PageRun[]> | undefined;
  let writing: Promise<void> = Promise.resolve();
  let isWritePlanned = false;

  function load(): Promise<readonly PageRun[]> {
    loading ??= storage.get().then((stored) => {
      for (const run of stored) if (!runs.has(run.tabId)) runs.set(run.tabId, run);
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
        return storage.set([...runs.values()]);
      })
      .catch(onFault);
  }

  const get = (id: string) => [...runs.values()].find((run) => run.id === id);

  function put(run: PageRun): void {
    runs.set(run.tabId, run);
    for (const listener of listeners) listener(run);
    write();
  }

  return {
    load,
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
      for (const listener of listeners) listener(run);
      write();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

import { logFault } from '../../core/log.ts';
import type { PageRun } from '../store/page-run.ts';
import { type RecordStorage, writeThrough } from '../store/record-storage.ts';

/** The checks of pages in this browser session: one a tab. */
export type PageRunStore = ReturnType<typeof createPageRunStore>;

/** A store in memory that writes itself through to `storage`. */
export function createPageRunStore(storage: RecordStorage<PageRun>) {
  const runs = new Map<number, PageRun>();
  const listeners = new Set<(run: PageRun) => void>();
  /** In which tab each is. */
  const tabs = new Map<string, number>();
  const through = writeThrough(storage, get, takeUp, logFault);

  function get(id: string): PageRun | undefined {
    const tabId = tabs.get(id);
    return tabId === undefined ? undefined : runs.get(tabId);
  }

  function setIn(run: PageRun): void {
    const earlier = runs.get(run.tabId);
    if (earlier) tabs.delete(earlier.id);
    runs.set(run.tabId, run);
    tabs.set(run.id, run.tabId);
  }

  function takeUp(stored: readonly PageRun[]): void {
    for (const run of stored) if (!runs.has(run.tabId)) setIn(run);
  }

  function changed(run: PageRun): void {
    for (const listener of listeners) listener(run);
    through.changed(run.id);
  }

  /** Takes the place of what there was of its tab. */
  function put(run: PageRun): void {
    const earlier = runs.get(run.tabId);
    setIn(run);
    if (earlier && earlier.id !== run.id) through.changed(earlier.id);
    changed(run);
  }

  return {
    /** Takes up, once, what an earlier background left behind; gives what that was. */
    load: through.load,
    get,
    put,
    list: (): readonly PageRun[] => [...runs.values()],
    inTab: (tabId: number) => runs.get(tabId),
    /** Changes a run that is still there. */
    change(id: string, next: (run: PageRun) => PageRun): void {
      const run = get(id);
      if (run) put(next(run));
    },
    remove(id: string): void {
      const run = get(id);
      if (!run) return;
      runs.delete(run.tabId);
      tabs.delete(id);
      changed(run);
    },
    /** Calls back at every change; gives the way to stop. */
    subscribe(listener: (run: PageRun) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

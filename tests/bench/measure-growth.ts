import type { CDPSession } from '@playwright/test';
import { type BrowserMemory, measureMemory } from './browser-memory.ts';

const LOOK_EVERY_MS = 100;

/** What a piece of work cost: the most that was in use while it went on, over what was before, and its time. */
export interface Growth extends BrowserMemory {
  readonly ms: number;
}

/** Measures what a piece of work costs the browser with this mark in its command line. */
export async function measureGrowth(session: CDPSession, mark: string, work: () => Promise<unknown>): Promise<Growth> {
  const before = await measureMemory(session, mark);
  const most = { ...before };
  const startedAt = performance.now();
  let isDone = false;
  const working = work().finally(() => {
    isDone = true;
  });
  while (!isDone) {
    const now = await measureMemory(session, mark);
    most.heaps = Math.max(most.heaps, now.heaps);
    most.processes = Math.max(most.processes, now.processes);
    await Promise.race([working, new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))]);
  }
  await working;
  return {
    heaps: most.heaps - before.heaps,
    processes: most.processes - before.processes,
    ms: performance.now() - startedAt,
  };
}

import { setTimeout as pause } from 'node:timers/promises';

/** How often an observable condition is looked at, unless told otherwise. */
const LOOK_EVERY_MS = 50;
/** Enough for a cold browser on a busy two-core machine; a passing wait takes a fraction of it. */
const DEFAULT_DEADLINE_MS = 15_000;

/**
 * Looks at something until it is there: `read` gives the thing, or undefined while it is not. Throws with `what` (and what
 * `seen` tells about the present state) once the deadline has passed. An error thrown by `read` ends the wait.
 */
export async function waitFor<T>(
  what: string,
  read: () => Promise<T | undefined> | T | undefined,
  {
    deadlineMs = DEFAULT_DEADLINE_MS,
    everyMs = LOOK_EVERY_MS,
    seen,
  }: { deadlineMs?: number; everyMs?: number; seen?: () => Promise<string> | string } = {},
): Promise<T> {
  const end = performance.now() + deadlineMs;
  for (;;) {
    const lookedAt = performance.now();
    const found = await read();
    if (found !== undefined) return found;
    const tookMs = performance.now() - lookedAt;
    if (performance.now() > end) {
      const state = seen === undefined ? '' : `; there is: ${await seen()}`;
      throw new Error(`waited ${deadlineMs} ms for ${what}${state}`);
    }
    await pause(Math.max(everyMs, tookMs));
  }
}

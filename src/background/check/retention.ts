const DAY_MS = 86_400_000;

/** The moment before which no result is kept, in epoch milliseconds. With 0 days none is: what began later is still running. */
export function keptSince(days: number, nowMs: number): number {
  return nowMs - days * DAY_MS;
}

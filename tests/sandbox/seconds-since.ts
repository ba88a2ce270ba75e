/** Seconds passed since a moment, to the millisecond. */
export function secondsSince(start: Date): number {
  return Math.max(0, Date.now() - start.getTime()) / 1000;
}

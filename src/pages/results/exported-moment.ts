/** A moment as it is exported: ISO 8601, UTC. `epochMs` is in milliseconds. */
export function iso(epochMs: number): string {
  return new Date(epochMs).toISOString();
}

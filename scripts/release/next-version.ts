/** A version as stores take it: three whole numbers. */
const VERSION = /^(\d+)\.(\d+)\.(\d+)$/;

/** Throws, with what to do, unless a version can follow the current one. */
export function assertFollows(next: string, current: string): void {
  const [from, to] = [partsOf(current), partsOf(next)];
  const at = to.findIndex((part, index) => part !== from[index]);
  if ((to[at] ?? -1) <= (from[at] ?? 0)) throw new Error(`${next} does not come after ${current}.`);
}

function partsOf(version: string): number[] {
  const parts = VERSION.exec(version)?.slice(1);
  if (!parts) throw new Error(`“${version}” is no version like 0.2.0.`);
  return parts.map(Number);
}

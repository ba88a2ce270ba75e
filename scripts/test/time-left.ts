import type { Group } from './group.ts';

/** How long each group of an earlier run took, and each part of it. Milliseconds. */
export type LastTimes = Readonly<
  Record<string, { readonly ms: number; readonly parts: Readonly<Record<string, number>> }>
>;

/** How long a run is still to take, if it goes like the last one; undefined where that had no such groups. Milliseconds. */
export function timeLeft(last: LastTimes, ended: ReadonlySet<string>, running: readonly Group[]): number | undefined {
  const times = Object.entries(last);
  if (times.length === 0 || running.some(({ name }) => !(name in last))) return undefined;
  return sum(
    times.map(([name, { ms, parts }]) => {
      if (ended.has(name)) return 0;
      const group = running.find((one) => one.name === name);
      return group ? ms * shareLeft(group, parts) : ms;
    }),
  );
}

/** The share of a group's work that is still to do; a part that is new weighs as much as the mean of the others. */
function shareLeft({ parts = [], took }: Group, last: Readonly<Record<string, number>>): number {
  const known = Object.values(last);
  const mean = known.length > 0 ? sum(known) / known.length : 1;
  const work = (some: readonly string[]) => sum(some.map((part) => last[part] ?? mean));
  const all = work(parts);
  return all > 0 ? work(parts.filter((part) => !took.has(part))) / all : 1;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

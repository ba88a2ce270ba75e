/** One thing that was timed, again and again. Milliseconds. */
export interface BenchRow {
  readonly name: string;
  readonly times: readonly number[];
  /** Bare requests for the same, made in the same run. */
  readonly floors?: readonly number[];
  readonly goal: string;
}

/** Prints rows as one table, with the median and the worst of each. */
export function printRows(rows: readonly BenchRow[]): void {
  const line = ({ times, floors = [], goal }: BenchRow) => {
    const ratio = (median(times) / median(floors)).toFixed(2);
    return {
      median: inMs(median(times)),
      worst: inMs(Math.max(...times)),
      floor: floors.length > 0 ? inMs(median(floors)) : '–',
      'times the floor': floors.length > 0 ? ratio : '–',
      goal,
      rounds: times.length,
    };
  };
  console.table(Object.fromEntries(rows.map((row) => [row.name, line(row)])));
}

/** The one in the middle; of two there, the greater. */
export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const inMs = (ms: number) => `${ms.toFixed(0)} ms`;

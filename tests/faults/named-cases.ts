import type { FaultBed } from './fault-bed.ts';
import type { FaultCase, FaultKind } from './fault-case.ts';
import { runFaultCase } from './run-fault-case.ts';

/** A case of one kind, as a test. */
export interface NamedCase {
  readonly name: string;
  run(bed: FaultBed): Promise<void>;
}

/** One test for each case and kind; of `chosen`, if that is given, those alone. Throws for a name that is none. */
export function namedCases(cases: readonly FaultCase[], chosen?: readonly string[]): readonly NamedCase[] {
  const named = cases.flatMap((one) => {
    const ends = Object.entries(one.ends)
      .map(([kind, end]) => ({ kind: kind as FaultKind, end, name: `${kind}: ${one.name}` }))
      .filter(({ name }) => chosen?.includes(name) ?? true);
    return ends.map(
      ({ kind, end, name }, index): NamedCase => ({
        name,
        run: (bed) => runFaultCase(bed, kind, one, end, index === ends.length - 1),
      }),
    );
  });
  const missing = chosen?.filter((name) => !named.some((one) => one.name === name)) ?? [];
  if (missing.length > 0) throw new Error(`There is no case ${missing.join(', ')}.`);
  return named;
}

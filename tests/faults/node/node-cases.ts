import { afterAll, beforeAll, test } from 'vitest';
import type { FaultBed } from '../fault-bed.ts';
import type { FaultCase } from '../fault-case.ts';
import { namedCases } from '../named-cases.ts';
import { openNodeBed } from './node-bed.ts';

/** Gives the background of this file, which is started before its first test. */
export function useNodeBed(): () => FaultBed {
  let opened: Awaited<ReturnType<typeof openNodeBed>>;
  beforeAll(async () => {
    opened = await openNodeBed();
  });
  afterAll(() => opened.close());
  return () => opened.bed;
}

/** One test for each case and kind. */
export function defineNodeCases(cases: readonly FaultCase[]): void {
  const bed = useNodeBed();
  for (const { name, run } of namedCases(cases)) test(name, () => run(bed()));
}

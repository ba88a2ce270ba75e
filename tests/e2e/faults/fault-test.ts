import { test as base } from '@playwright/test';
import type { FaultCase } from '../../faults/fault-case.ts';
import { namedCases } from '../../faults/named-cases.ts';
import { type BrowserBed, openBrowserBed } from './browser-bed.ts';

/** A case takes about a second; one that hangs must not hold up the others. Milliseconds. */
const CASE_LIMIT_MS = 45_000;

/** A browser for all cases of a worker. */
export const test = base.extend<object, { readonly bed: BrowserBed }>({
  bed: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its pattern.
    async ({}, use) => {
      const { bed, close } = await openBrowserBed();
      await use(bed);
      await close();
    },
    { scope: 'worker', timeout: CASE_LIMIT_MS },
  ],
});

/** One test for each case and kind; of `chosen`, if that is given, those alone. Node runs them all (tests/faults). */
export function defineFaultTests(cases: readonly FaultCase[], chosen?: readonly string[]): void {
  test.describe.configure({ mode: 'default', timeout: CASE_LIMIT_MS });
  for (const { name, run } of namedCases(cases, chosen)) test(name, ({ bed }) => run(bed));
}

export { expect } from '@playwright/test';

import { test as base } from '@playwright/test';
import type { FaultKind } from './fault-browser.ts';
import { type FaultBrowser, openFaultBrowser } from './fault-browser.ts';
import type { FaultCase } from './fault-case.ts';
import { runFaultCase } from './run-fault-case.ts';

/** A case takes about a second; one that hangs must not hold up the others. Milliseconds. */
const CASE_LIMIT_MS = 45_000;

/** A browser for all cases of a worker. */
export const test = base.extend<object, { readonly faultBrowser: FaultBrowser }>({
  faultBrowser: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its pattern.
    async ({}, use) => {
      const { browser, close } = await openFaultBrowser();
      await use(browser);
      await close();
    },
    { scope: 'worker', timeout: CASE_LIMIT_MS },
  ],
});

/** One test for each case and kind. */
export function defineFaultTests(cases: readonly FaultCase[]): void {
  test.describe.configure({ mode: 'default', timeout: CASE_LIMIT_MS });
  for (const one of cases) {
    const ends = Object.entries(one.ends);
    for (const [index, [kind, end]] of ends.entries()) {
      const isLast = index === ends.length - 1;
      test(`${kind}: ${one.name}`, ({ faultBrowser }) =>
        runFaultCase(faultBrowser, kind as FaultKind, one, end, isLast));
    }
  }
}

export { expect } from '@playwright/test';

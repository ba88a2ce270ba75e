import { caseLines } from './case-counts.ts';
import { obstacleToBrowsers } from './obstacle.ts';
import type { TestRun } from './run-tests.ts';
import type { Tally } from './tally.ts';

/** How much is tested: some minutes’ worth, everything, or what takes longer than a merge can wait. */
export type Extent = 'quick' | 'full' | 'long';

const RUNS: Readonly<Record<Extent, TestRun>> = {
  quick: { runner: 'playwright', args: ['--grep', '@quick'] },
  full: { runner: 'playwright', args: [] },
  long: { runner: 'playwright', args: [], config: 'playwright.long.config.ts' },
};

/** Runs the tests that need a real browser; where one cannot run, counts them as skipped and says what is missing. */
export async function testInBrowsers(tally: Tally, extent: Extent): Promise<void> {
  const [name, run] = ['in browsers', RUNS[extent]];
  const obstacle = obstacleToBrowsers();
  if (obstacle) return tally.skip(name, run, obstacle);
  const ends = await tally.tests(name, run);
  if (extent !== 'full') return;
  for (const line of caseLines(ends)) tally.say(line);
}

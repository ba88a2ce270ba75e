import { missingPrograms } from '../set-up/programs.mjs';
import { caseLines } from './case-counts.ts';
import { keepMediaResults, mediaResultsIn } from './media-results.ts';
import { isInReadme } from './media-table.ts';
import type { TestRun } from './run-tests.ts';
import type { Tally } from './tally.ts';

const RUN: TestRun = { runner: 'playwright', args: [] };

/** Runs the tests that need a real browser; where one cannot run, counts them as skipped and says what is missing. */
export async function testInBrowsers(tally: Tally): Promise<void> {
  const name = 'in browsers';
  const missing = missingPrograms('test');
  if (missing.length > 0) return tally.skip(name, RUN, `They need ${missing.join(', ')}, which this computer lacks.`);
  const ends = await tally.tests(name, RUN);
  const results = mediaResultsIn(ends);
  keepMediaResults(results);
  tally.check(
    'the table of media in the README',
    isInReadme(results),
    'README.md shows other results than were found: `npm run media-table` writes them into it.',
  );
  for (const line of caseLines(ends)) tally.say(line);
}

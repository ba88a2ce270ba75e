import { caseLines } from './case-counts.ts';
import { keepMediaResults, mediaResultsIn } from './media-results.ts';
import { isInReadme } from './media-table.ts';
import type { Tally } from './tally.ts';

/** Runs the tests that need a real browser. */
export async function testInBrowsers(tally: Tally): Promise<void> {
  const ends = await tally.tests('in browsers', { runner: 'playwright', args: [] });
  const results = mediaResultsIn(ends);
  keepMediaResults(results);
  tally.check(
    'the table of media in the README',
    isInReadme(results),
    'README.md shows other results than were found: `npm run media-table` writes them into it.',
  );
  for (const line of caseLines(ends)) tally.say(line);
}

import type { BrowserName } from '../../tests/e2e/media/media-case.ts';
import type { MediaResult } from '../../tests/e2e/media/media-result.ts';
import { DIFFERENCES, isRepeatedInFirefox } from '../../tests/e2e/media/repeated-in-firefox.ts';
import type { MadeSection } from '../document-section.ts';
import { markdownTable } from '../markdown-table.ts';

/** Where the tables are. */
export const MEDIA_SECTION: MadeSection = { file: 'docs/media-table.md', name: 'media-table' };

const BROWSERS: readonly BrowserName[] = ['Chromium', 'Firefox'];

const NOT_REPEATED = 'not repeated';

/** What the words in the table mean. */
const LEGEND = `“${NOT_REPEATED}”: tried in Chromium alone. Firefox repeats one case of each line, and every case that depends on what browsers
do in ways of their own:

${DIFFERENCES.map((what) => `- ${what}`).join('\n')}`;

/** The results as Markdown: a table for each group, a row for each case, in the order in which they were tried. */
export function mediaTable(results: readonly MediaResult[]): string {
  const byGroup = Map.groupBy(results, ({ group }) => group);
  const tables = [...byGroup].map(([group, ofGroup]) => `**${group}**\n\n${tableOf(ofGroup)}`);
  return [LEGEND, ...tables].join('\n\n');
}

function tableOf(results: readonly MediaResult[]): string {
  const byCase = Map.groupBy(results, ({ line, name }) => `${line}: ${name}`);
  const rows = [...byCase].map(([words, ofCase]) => [
    words,
    ...BROWSERS.map(
      (browser) => ofCase.find((result) => result.browser === browser)?.cameOut ?? missing(browser, ofCase),
    ),
  ]);
  return markdownTable([['case', ...BROWSERS], ...rows]);
}

/** Why there is no result of a case in a browser. */
function missing(browser: BrowserName, [one]: readonly MediaResult[]): string {
  return browser === 'Firefox' && one && !isRepeatedInFirefox(one) ? NOT_REPEATED : 'failed';
}

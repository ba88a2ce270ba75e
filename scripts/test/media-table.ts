import type { BrowserName } from '../../tests/e2e/media/media-case.ts';
import { type MediaResult, mediaResults } from '../../tests/e2e/media/media-result.ts';
import { DIFFERENCES } from '../../tests/e2e/media/repeated-in-firefox.ts';
import type { MadeSection } from '../document-section.ts';
import { markdownTable } from '../markdown-table.ts';

/** Where the tables are. */
export const MEDIA_SECTION: MadeSection = { file: 'docs/media-table.md', name: 'media-table' };

const BROWSERS: readonly BrowserName[] = ['Chromium', 'Firefox'];

const NOT_REPEATED = 'not repeated';

/** What the words in the table mean. */
const LEGEND = `“${NOT_REPEATED}”: tried in Chromium alone. Firefox repeats one case of each line, and more where they
depend on what browsers do in ways of their own, one of each way:

${DIFFERENCES.map((what) => `- ${what}`).join('\n')}`;

/** What comes out of all cases, as Markdown: a table for each group, a row for each case, in the order in which they are tried. */
export function mediaTable(): string {
  const byGroup = Map.groupBy(mediaResults(), ({ group }) => group);
  const tables = [...byGroup].map(([group, ofGroup]) => `**${group}**\n\n${tableOf(ofGroup)}`);
  return [LEGEND, ...tables].join('\n\n');
}

function tableOf(results: readonly MediaResult[]): string {
  const rows = results.map(({ line, name, cameOut }) => [
    `${line}: ${name}`,
    ...BROWSERS.map((browser) => cameOut[browser] ?? NOT_REPEATED),
  ]);
  return markdownTable([['case', ...BROWSERS], ...rows]);
}

import { readFileSync, writeFileSync } from 'node:fs';
import type { BrowserName } from '../../tests/e2e/media/media-case.ts';
import type { MediaResult } from '../../tests/e2e/media/media-result.ts';
import { markdownTable } from '../markdown-table.ts';
import { README_FILE, withSection } from '../readme-section.ts';

/** Around the table in the README. */
const SECTION = 'media-table';

const BROWSERS: readonly BrowserName[] = ['Chromium', 'Firefox'];

/** The results as Markdown: a table for each group, a row for each case, in the order in which they were tried. */
export function mediaTable(results: readonly MediaResult[]): string {
  const byGroup = Map.groupBy(results, ({ group }) => group);
  return [...byGroup].map(([group, ofGroup]) => `**${group}**\n\n${tableOf(ofGroup)}`).join('\n\n');
}

function tableOf(results: readonly MediaResult[]): string {
  const byCase = Map.groupBy(results, ({ line, name }) => `${line}: ${name}`);
  const rows = [...byCase].map(([words, ofCase]) => [
    words,
    ...BROWSERS.map((browser) => ofCase.find((result) => result.browser === browser)?.cameOut ?? 'failed'),
  ]);
  return markdownTable([['case', ...BROWSERS], ...rows]);
}

/** Whether the README shows these results. */
export function isInReadme(results: readonly MediaResult[]): boolean {
  const text = readFileSync(README_FILE, 'utf8');
  return withSection(text, SECTION, mediaTable(results)) === text;
}

/** Writes the results into the README. */
export function writeToReadme(results: readonly MediaResult[]): void {
  writeFileSync(README_FILE, withSection(readFileSync(README_FILE, 'utf8'), SECTION, mediaTable(results)));
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserName } from '../../tests/e2e/media/media-case.ts';
import type { MediaResult } from '../../tests/e2e/media/media-result.ts';
import { markdownTable } from '../markdown-table.ts';

const README = join(import.meta.dirname, '../../README.md');

/** Around the table in the README. */
const START = '<!-- media-table -->';
const END = '<!-- /media-table -->';

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

/** A text with the table between its two marks. Throws where they are missing. */
export function withMediaTable(text: string, table: string): string {
  const [start, end] = [text.indexOf(START), text.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`README.md lacks ${START} or ${END}`);
  return `${text.slice(0, start + START.length)}\n\n${table}\n\n${text.slice(end)}`;
}

/** Whether the README shows these results. */
export function isInReadme(results: readonly MediaResult[]): boolean {
  const text = readFileSync(README, 'utf8');
  return withMediaTable(text, mediaTable(results)) === text;
}

/** Writes the results into the README. */
export function writeToReadme(results: readonly MediaResult[]): void {
  writeFileSync(README, withMediaTable(readFileSync(README, 'utf8'), mediaTable(results)));
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MadeSection } from '../document-section.ts';
import { markdownTable } from '../markdown-table.ts';
import { ROOT } from '../run-tool.ts';
import { CAPABILITIES, type Capability, NOT_TRIED } from './capabilities.ts';

/** Where the table is. */
export const CAPABILITY_SECTION: MadeSection = { file: 'docs/browsers.md', name: 'capability-table' };

/** What each browser can do, as Markdown: every "yes" leads to the test that shows it. */
export function capabilityTable(): string {
  const rows = CAPABILITIES.map(({ words, chromium, firefox }) => [
    words,
    cell(chromium),
    inOldest(chromium),
    cell(firefox),
    inOldest(firefox),
  ]);
  return markdownTable([['', 'Chromium', 'oldest Chromium', 'Firefox', 'oldest Firefox'], ...rows]);
}

function cell(proof: Capability['firefox']): string {
  return proof === NOT_TRIED ? proof : `[${proof.how ?? 'yes'}](../tests/e2e/${proof.file})`;
}

/** What is told of the oldest browsers, in which `npm test -- --full` runs the tests that have a tag for it. */
function inOldest(proof: Capability['firefox']): string {
  if (proof === NOT_TRIED) return proof;
  const [, afterTitle = ''] = readFileSync(join(ROOT, 'tests/e2e', proof.file), 'utf8').split(proof.title);
  const [restOfLine = ''] = afterTitle.split('\n');
  return restOfLine.includes('@oldest') ? 'yes' : NOT_TRIED;
}

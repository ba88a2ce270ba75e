import { markdownTable } from '../markdown-table.ts';
import { CAPABILITIES, type Capability, NOT_TRIED } from './capabilities.ts';

/** Around the table in the README. */
export const CAPABILITY_SECTION = 'capability-table';

/** What each browser can do, as Markdown: every "yes" leads to the test that shows it. */
export function capabilityTable(): string {
  const rows = CAPABILITIES.map(({ words, chromium, firefox }) => [words, cell(chromium), cell(firefox)]);
  return markdownTable([['', 'Chromium', 'Firefox'], ...rows]);
}

function cell(proof: Capability['firefox']): string {
  return proof === NOT_TRIED ? proof : `[${proof.how ?? 'yes'}](tests/e2e/${proof.file})`;
}

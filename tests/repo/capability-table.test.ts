import { expect, it } from 'vitest';
import { CAPABILITIES, NOT_TRIED } from '../../scripts/capabilities/capabilities.ts';
import { CAPABILITY_SECTION, capabilityTable } from '../../scripts/capabilities/capability-table.ts';
import { showsSection } from '../../scripts/document-section.ts';
import { sourceOf } from './source-files.ts';

const PROOFS = CAPABILITIES.flatMap(({ words, chromium, firefox }) =>
  [chromium, firefox].flatMap((proof) => (proof === NOT_TRIED ? [] : [{ words, ...proof }])),
);

it.each(PROOFS)('$words is shown by a test in $file that runs: "$title"', ({ file, title }) => {
  const begins = [`test('`, 'test("', 'test(`'].map((quote) => quote + title);
  const source = sourceOf(`tests/e2e/${file}`);
  expect(begins.filter((begin) => source.includes(begin))).toHaveLength(1);
});

it('docs/browsers.md says what each browser can do; `npm run capability-table` writes it anew', () => {
  expect(showsSection(CAPABILITY_SECTION, capabilityTable())).toBe(true);
});

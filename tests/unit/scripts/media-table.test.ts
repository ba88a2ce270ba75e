import { expect, it } from 'vitest';
import { withSection } from '../../../scripts/document-section.ts';
import { mediaResultsIn } from '../../../scripts/test/media-results.ts';
import { MEDIA_SECTION, mediaTable } from '../../../scripts/test/media-table.ts';
import type { MediaResult } from '../../e2e/media/media-result.ts';
import { testEnd } from './test-end.ts';

const CASE = { group: 'Where it is', line: '`<img>`', name: 'same origin' } as const;
const RESULTS: readonly MediaResult[] = [
  { ...CASE, browser: 'Chromium', cameOut: 'original file' },
  { ...CASE, browser: 'Firefox', cameOut: 'screen' },
  { ...CASE, name: 'broken', browser: 'Firefox', cameOut: 'refused: broken' },
  { ...CASE, line: 'canvas', name: 'blank', browser: 'Chromium', cameOut: 'refused: blank' },
  { ...CASE, line: 'canvas', name: 'clean', browser: 'Chromium', cameOut: 'pixels of the element' },
];
const note = (result?: MediaResult) => ({ type: 'media', description: JSON.stringify(result) });

it('reads what came out of the cases from what their tests wrote down', () => {
  const [first, second] = RESULTS;
  const ends = [
    testEnd({ notes: [{ type: 'slow' }, note(first)] }),
    testEnd(),
    testEnd({ notes: [note(second)] }),
    testEnd({ outcome: 'failed' }),
  ];
  expect(mediaResultsIn(ends)).toEqual([first, second]);
});

it('makes a row of each case, and says where a browser has no result, and where none is wanted', () => {
  const [legend, table] = mediaTable(RESULTS).split('**Where it is**\n\n');
  expect(legend).toMatch(/^“not repeated”: tried in Chromium alone\./);
  expect(table?.split('\n')).toEqual([
    '| case                 | Chromium              | Firefox         |',
    '| -------------------- | --------------------- | --------------- |',
    '| `<img>`: same origin | original file         | screen          |',
    '| `<img>`: broken      | failed                | refused: broken |',
    '| canvas: blank        | refused: blank        | not repeated    |',
    '| canvas: clean        | pixels of the element | failed          |',
  ]);
});

it('stands between its marks, and nothing else changes', () => {
  const text = 'before\n<!-- media-table -->old<!-- /media-table -->\nafter';
  const once = withSection(text, MEDIA_SECTION, 'TABLE');
  expect(once).toBe('before\n<!-- media-table -->\n\nTABLE\n\n<!-- /media-table -->\nafter');
  expect(withSection(once, MEDIA_SECTION, 'TABLE')).toBe(once);
  expect(() => withSection('no marks', MEDIA_SECTION, 'TABLE')).toThrow('docs/media-table.md lacks');
});

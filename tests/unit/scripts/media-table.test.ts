import { expect, it } from 'vitest';
import { showsSection, withSection } from '../../../scripts/document-section.ts';
import { MEDIA_SECTION, mediaTable } from '../../../scripts/test/media-table.ts';

it('says what comes out of the cases, and what is not tried twice; `npm run media-table` writes it anew', () => {
  const table = mediaTable();
  expect(table).toMatch(/^“not repeated”: tried in Chromium alone\./);
  expect(table).toMatch(/\| other formats: JPEG XL +\| converted to PNG +\| refused: not decoded +\|/);
  expect(table).toMatch(/\| [^|]+ \| original file +\| not repeated +\|/);
  expect(showsSection(MEDIA_SECTION, table)).toBe(true);
});

it('stands between its marks, and nothing else changes', () => {
  const text = 'before\n<!-- media-table -->old<!-- /media-table -->\nafter';
  const once = withSection(text, MEDIA_SECTION, 'TABLE');
  expect(once).toBe('before\n<!-- media-table -->\n\nTABLE\n\n<!-- /media-table -->\nafter');
  expect(withSection(once, MEDIA_SECTION, 'TABLE')).toBe(once);
  expect(() => withSection('no marks', MEDIA_SECTION, 'TABLE')).toThrow('docs/media-table.md lacks');
});

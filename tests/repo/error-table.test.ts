import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ERRORS_FILE, errorTable } from '../../scripts/errors/error-table.ts';

it('docs/errors.md says what the catalogue of errors says; `npm run error-table` writes it anew', () => {
  expect(readFileSync(ERRORS_FILE, 'utf8')).toBe(errorTable());
});

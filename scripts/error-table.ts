// `npm run error-table`: writes the catalogue of errors into docs/errors.md.
import { writeFileSync } from 'node:fs';
import { ERRORS_FILE, errorTable } from './errors/error-table.ts';

writeFileSync(ERRORS_FILE, errorTable());

// `npm run capability-table`: writes what each browser can do, and the tests that show it, into the README.
import { readFileSync, writeFileSync } from 'node:fs';
import { CAPABILITY_SECTION, capabilityTable } from './capabilities/capability-table.ts';
import { README_FILE, withSection } from './readme-section.ts';

writeFileSync(README_FILE, withSection(readFileSync(README_FILE, 'utf8'), CAPABILITY_SECTION, capabilityTable()));

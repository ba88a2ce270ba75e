// `npm run capability-table`: writes what each browser can do, and the tests that show it, into docs/browsers.md.
import { CAPABILITY_SECTION, capabilityTable } from './capabilities/capability-table.ts';
import { writeSection } from './document-section.ts';

writeSection(CAPABILITY_SECTION, capabilityTable());

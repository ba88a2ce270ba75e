// `npm run media-table`: writes what the last `npm test -- --full` found of the cases of media into docs/media-table.md.
import { writeSection } from './document-section.ts';
import { lastMediaResults } from './test/media-results.ts';
import { MEDIA_SECTION, mediaTable } from './test/media-table.ts';

writeSection(MEDIA_SECTION, mediaTable(lastMediaResults()));

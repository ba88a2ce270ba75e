// `npm run media-table`: writes what comes out of the cases of media into docs/media-table.md.
import { writeSection } from './document-section.ts';
import { MEDIA_SECTION, mediaTable } from './test/media-table.ts';

writeSection(MEDIA_SECTION, mediaTable());

// `npm run media-table`: writes what the last `npm test -- --full` found of the cases of media into the README's table.
import { lastMediaResults } from './test/media-results.ts';
import { writeToReadme } from './test/media-table.ts';

writeToReadme(lastMediaResults());

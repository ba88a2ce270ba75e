import { type PageRun, pageRunSchema } from './page-run.ts';
import { sessionRecords } from './session-records.ts';

/** The checks of whole pages of this browser session: what a new service worker goes on from. */
export const sessionPageRuns = sessionRecords<PageRun>({ prefix: 'page-run:', schema: pageRunSchema });

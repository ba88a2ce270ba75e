import { z } from '../../core/schema.ts';
import { errorSchema, sendReason } from '../../core/store/check-record-schema.ts';
import type { PageRun } from '../check/page-run.ts';
import { sessionRecords } from './session-records.ts';

const itemSchema = z.object({
  key: z.string(),
  frameId: z.number(),
  frameUrl: z.exactOptional(z.string()),
  url: z.exactOptional(z.string()),
  isUrlCut: z.exactOptional(z.boolean()),
  standing: z.enum(['to-check', 'known', 'too-small', 'unreadable']),
  checkId: z.exactOptional(z.string()),
});

const runSchema: z.ZodMiniType<PageRun> = z.object({
  id: z.string(),
  kind: z.enum(['image', 'video']),
  state: z.enum(['counting', 'asking', 'running', 'done', 'cancelled', 'failed']),
  tabId: z.number(),
  pageUrl: z.string(),
  isPrivate: z.boolean(),
  isQuiet: z.boolean(),
  items: z.array(itemSchema),
  accessMissing: z.array(z.string()),
  reasons: z.array(sendReason),
  privateHosts: z.array(z.string()),
  sentTo: z.string(),
  error: z.exactOptional(errorSchema),
  startedAt: z.number(),
  endedAt: z.exactOptional(z.number()),
});

/** The checks of whole pages of this browser session: what a new service worker goes on from. */
export const sessionPageRuns = sessionRecords<PageRun>({ prefix: 'page-run:', schema: runSchema });

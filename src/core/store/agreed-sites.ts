import { sendReasonSchema } from '../check/question.ts';
import { type Parsed, z } from '../schema.ts';
import { storedItem } from './stored-item.ts';

export const agreedSiteSchema = z.object({
  reason: sendReasonSchema,
  /** The host that serves the media; empty for files. */
  site: z.string(),
});

/** What is not asked about any more on a site. */
export type AgreedSite = Parsed<typeof agreedSiteSchema>;

/** What counts for good. Not secret. */
export const agreedSitesItem = storedItem<readonly AgreedSite[]>({
  area: 'local',
  key: 'agreed-sites',
  schema: z.array(agreedSiteSchema),
  initial: [],
});

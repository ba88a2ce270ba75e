import { sendReasonSchema } from '../check/question.ts';
import { type Parsed, z } from '../schema.ts';
import { storedItem } from './stored-item.ts';

// "Check anyway" counts for the site until the browser closes; with "Don't ask again on this site", for good. What was said in a private
// window counts there alone, until the last of them closes.

const agreedSiteSchema = z.object({
  reason: sendReasonSchema,
  /** The host that serves the media; empty for files. */
  site: z.string(),
});

/** What is not asked about any more on a site. */
export type AgreedSite = Parsed<typeof agreedSiteSchema>;

const schema = z.array(agreedSiteSchema);

const untilClosed = storedItem<readonly AgreedSite[]>({ key: 'session:agreed-sites', schema, initial: [], version: 1 });

const inPrivate = storedItem<readonly AgreedSite[]>({
  key: 'session:agreed-in-private',
  schema,
  initial: [],
  version: 1,
});

/** For good. Not secret. */
export const agreedSitesItem = storedItem<readonly AgreedSite[]>({
  key: 'local:agreed-sites',
  schema,
  initial: [],
  version: 1,
});

/** Where a yes counts, and for how long; on disk is only what counts for good. */
export const AGREED = { 'for-good': agreedSitesItem, 'until-closed': untilClosed, 'in-private': inPrivate } as const;

/** Takes a yes back: the user is asked again. */
export async function forgetAgreed(one: AgreedSite): Promise<void> {
  for (const item of Object.values(AGREED)) {
    await item.set((await item.get()).filter((other) => !isSame(one)(other)));
  }
}

/** Whether a yes is this one. */
export function isSame(one: AgreedSite): (other: AgreedSite) => boolean {
  return (other) => one.reason === other.reason && one.site === other.site;
}

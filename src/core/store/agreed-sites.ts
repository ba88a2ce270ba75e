import { type SendReason, sendReasonSchema } from '../check/question.ts';
import { type Parsed, z } from '../schema.ts';
import { storedItem } from './stored-item.ts';

// "Check anyway" counts for the site until the browser closes; with "Don't ask again on this site", for good.

const agreedSiteSchema = z.object({
  reason: sendReasonSchema,
  /** The host that serves the media; empty for files. */
  site: z.string(),
});

/** What is not asked about any more on a site. */
export type AgreedSite = Parsed<typeof agreedSiteSchema>;

const schema = z.array(agreedSiteSchema);

const untilClosed = storedItem<readonly AgreedSite[]>({ key: 'session:agreed-sites', schema, initial: [], version: 1 });

/** For good. Not secret. */
export const agreedSitesItem = storedItem<readonly AgreedSite[]>({
  key: 'local:agreed-sites',
  schema,
  initial: [],
  version: 1,
});

/** Whether a yes to this reason is remembered for a site. */
export async function isAgreed(reason: SendReason, site: string): Promise<boolean> {
  const [now, kept] = await Promise.all([untilClosed.get(), agreedSitesItem.get()]);
  return [...now, ...kept].some(isSame({ reason, site }));
}

/** Remembers a yes; on disk only `isForGood`. */
export async function rememberAgreed(reasons: readonly SendReason[], site: string, isForGood: boolean): Promise<void> {
  const item = isForGood ? agreedSitesItem : untilClosed;
  const known = await item.get();
  const added = reasons.map((reason) => ({ reason, site })).filter((one) => !known.some(isSame(one)));
  await item.set([...known, ...added]);
}

/** Takes a yes back: the user is asked again. */
export async function forgetAgreed(one: AgreedSite): Promise<void> {
  for (const item of [untilClosed, agreedSitesItem]) {
    await item.set((await item.get()).filter((other) => !isSame(one)(other)));
  }
}

function isSame(one: AgreedSite): (other: AgreedSite) => boolean {
  return (other) => one.reason === other.reason && one.site === other.site;
}

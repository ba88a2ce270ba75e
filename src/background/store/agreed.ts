import type { SendReason } from '../../core/check/question.ts';
import { z } from '../../core/schema.ts';
import { type AgreedSite, agreedSiteSchema, agreedSitesItem } from '../../core/store/agreed-sites.ts';
import { storedItem } from '../../core/store/stored-item.ts';

// "Check anyway" counts for the site until the browser closes; with "Don't ask again on this site", for good. What was said in a private
// window counts there alone, until the last of them closes.

const schema = z.array(agreedSiteSchema);

const untilClosed = storedItem<readonly AgreedSite[]>({ area: 'session', key: 'agreed-sites', schema, initial: [] });

const inPrivate = storedItem<readonly AgreedSite[]>({
  area: 'session',
  key: 'agreed-in-private',
  schema,
  initial: [],
});

/** Where a yes counts, and for how long; on disk is only what counts for good. */
const AGREED = { 'for-good': agreedSitesItem, 'until-closed': untilClosed, 'in-private': inPrivate } as const;

/** Whether a yes to this reason is remembered for a site, for a private window or another. */
export async function isAgreed(reason: SendReason, site: string, isPrivate: boolean): Promise<boolean> {
  const [now, kept] = await Promise.all([
    AGREED[isPrivate ? 'in-private' : 'until-closed'].get(),
    AGREED['for-good'].get(),
  ]);
  return [...now, ...kept].some(isSame({ reason, site }));
}

/** Remembers a yes. */
export async function rememberAgreed(
  reasons: readonly SendReason[],
  site: string,
  counts: keyof typeof AGREED,
): Promise<void> {
  const item = AGREED[counts];
  const known = await item.get();
  const added = reasons.map((reason) => ({ reason, site })).filter((one) => !known.some(isSame(one)));
  await item.set([...known, ...added]);
}

/** Forgets what was said in private windows. */
export async function forgetAgreedInPrivate(): Promise<void> {
  await AGREED['in-private'].set([]);
}

/** Takes a yes back: the user is asked again. */
export async function forgetAgreed(one: AgreedSite): Promise<void> {
  for (const item of Object.values(AGREED)) {
    await item.set((await item.get()).filter((other) => !isSame(one)(other)));
  }
}

/** Whether a yes is this one. */
function isSame(one: AgreedSite): (other: AgreedSite) => boolean {
  return (other) => one.reason === other.reason && one.site === other.site;
}

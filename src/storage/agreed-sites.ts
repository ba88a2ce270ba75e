import type { SendReason } from '../check/question.ts';
import { z } from '../schema.ts';
import { storedItem } from './stored-item.ts';

// "Check anyway" counts for the site until the browser closes; with "Don't ask again on this site", for good.

const schema = z.array(z.string());

const untilClosed = storedItem<string[]>({ key: 'session:agreed-sites', schema, initial: [], version: 1 });

/** For good. Not secret, and removed with the results. */
export const agreedSitesItem = storedItem<string[]>({ key: 'local:agreed-sites', schema, initial: [], version: 1 });

/** Whether a yes to this reason is remembered for a site. */
export async function isAgreed(reason: SendReason, site: string): Promise<boolean> {
  const [now, kept] = await Promise.all([untilClosed.get(), agreedSitesItem.get()]);
  return [...now, ...kept].includes(entry(reason, site));
}

/** Remembers a yes; on disk only `isForGood`. */
export async function rememberAgreed(reasons: readonly SendReason[], site: string, isForGood: boolean): Promise<void> {
  const item = isForGood ? agreedSitesItem : untilClosed;
  await item.set([...new Set([...(await item.get()), ...reasons.map((reason) => entry(reason, site))])]);
}

function entry(reason: SendReason, site: string): string {
  return `${reason} ${site}`;
}

import { browser } from '../../core/browser/browser.ts';
import { sitePattern } from '../../core/browser/site-access.ts';
import { AppError } from '../../core/errors/app-error.ts';
import { z } from '../../core/schema.ts';
import { automaticSitesItem } from '../../core/store/automatic-sites.ts';
import { storedItem } from '../../core/store/stored-item.ts';
import { hasSiteAccess } from '../browser/granted-sites.ts';
import { pageInTab } from '../browser/tab-page.ts';
import { automaticState } from './automatic-state.ts';

/** For so long the browser's answer to its prompt counts for what was ticked before, in milliseconds. */
const PROMPT_LIMIT_MS = 120_000;

const wantedSchema = z.object({
  site: z.string(),
  origins: z.array(z.string()),
  /** Epoch milliseconds. */
  at: z.number(),
});

/** What was ticked last, and waits for the browser's prompt, which the popup need not outlive. In memory until the browser closes. */
const wantedItem = storedItem<z.infer<typeof wantedSchema> | undefined>({
  area: 'session',
  key: 'wanted-automatic-site',
  schema: z.optional(wantedSchema),
  initial: undefined,
});

/** Has images of a tab's site checked as they are shown, from when all these origins are allowed. */
export async function turnOn(tabId: number, origins: readonly string[]): Promise<void> {
  const found = await automaticState(await pageInTab(tabId));
  if (!found || found.isManaged || !origins.includes(found.origin)) throw new AppError({ code: 'message-refused' });
  await wantedItem.set({ site: sitePattern(found.origin), origins: [...origins], at: Date.now() });
  await turnOnIfAllowed();
}

/** Turns on what was ticked a moment ago, once the browser has allowed all that it takes. */
export async function turnOnIfAllowed(): Promise<void> {
  const wanted = await wantedItem.get();
  if (!wanted) return;
  const isInTime = Date.now() - wanted.at < PROMPT_LIMIT_MS;
  if (isInTime && !(await Promise.all(wanted.origins.map(hasSiteAccess))).every(Boolean)) return;
  await wantedItem.remove();
  if (!isInTime) return;
  const known = await automaticSitesItem.get();
  if (!known.includes(wanted.site)) await automaticSitesItem.set([...known, wanted.site]);
}

/** Takes that back, also where the browser still asks. */
export async function turnOff(site: string): Promise<void> {
  await wantedItem.remove();
  await automaticSitesItem.set((await automaticSitesItem.get()).filter((other) => other !== site));
}

/** A popup that is opened anew asks anew. */
export async function forgetWanted(): Promise<void> {
  await wantedItem.remove();
}

/** Forgets the sites that the browser lets nobody read any more: what allows them again later is no wish for this. */
export async function forgetTakenBack(): Promise<void> {
  const sites = await automaticSitesItem.get();
  const granted = await Promise.all(sites.map((site) => browser.permissions.contains({ origins: [site] })));
  if (!granted.every(Boolean)) await automaticSitesItem.set(sites.filter((_, index) => granted[index]));
}

import type { InconclusiveBand } from '../check/headline.ts';
import { z } from '../schema.ts';
import { storedItem } from './stored-item.ts';

const percent = z.number().check(z.gte(0), z.lte(100));

const settingsSchema = z.object({
  /** The part of the scale that decides nothing, in percent. */
  inconclusiveFrom: percent,
  inconclusiveTo: percent,
  /** Days; 0: not at all. */
  keepResultsDays: z.number().check(z.int(), z.gte(0)),
  /** The menu is shown also where the browser sees no image. */
  isMenuEverywhere: z.boolean(),
  /** Videos above this size are sent only after a question. Megabytes. */
  askVideoAboveMb: z.number().check(z.int(), z.gte(0)),
  /** How much is recorded of a playing video that has no file. Seconds. */
  clipSeconds: z.number().check(z.int(), z.gte(3), z.lte(30)),
  /** For how long a verdict on the same bytes is shown again instead of sending them. Days; 0: not at all. */
  reuseDays: z.number().check(z.int(), z.gte(0), z.lte(365)),
  /** A page with no more media to check than this is not asked about first. */
  askPageAbove: z.number().check(z.int(), z.gte(0)),
  /** Requests with media to the service an hour. */
  requestsPerHour: z.number().check(z.int(), z.gte(1)),
  /** Media of private networks are sent only after a question. */
  asksForPrivate: z.boolean(),
  /** A small picture of what was checked is kept with each result. */
  keepsThumbnails: z.boolean(),
  /** Content Credentials that a file says are kept elsewhere are fetched there. */
  fetchesRemoteCredentials: z.boolean(),
});

/** What the user chose in the options. */
export type Settings = z.infer<typeof settingsSchema>;

/** The settings; not secret. */
export const settingsItem = storedItem<Settings>({
  key: 'local:settings',
  schema: settingsSchema,
  initial: {
    inconclusiveFrom: 40,
    inconclusiveTo: 60,
    keepResultsDays: 30,
    isMenuEverywhere: false,
    asksForPrivate: true,
    askVideoAboveMb: 50,
    clipSeconds: 6,
    keepsThumbnails: true,
    reuseDays: 7,
    askPageAbove: 0,
    requestsPerHour: 1_000,
    fetchesRemoteCredentials: false,
  },
  version: 1,
});

/** The part of the scale that decides nothing, as fractions of 1. */
export async function inconclusiveBand(): Promise<InconclusiveBand> {
  const { inconclusiveFrom, inconclusiveTo } = await settingsItem.get();
  return { low: inconclusiveFrom / 100, high: inconclusiveTo / 100 };
}

/** Changes some of the settings and leaves the others. */
export async function changeSettings(changed: Partial<Settings>): Promise<void> {
  await settingsItem.set({ ...(await settingsItem.get()), ...changed });
}

import { integer, type Parsed, z } from '../schema.ts';
import { storedItem } from './stored-item.ts';

const percent = z.number().check(z.gte(0), z.lte(100));

/** Each setting with what it is until the user chooses. */
const settingsSchema = z.object({
  /** The part of the scale that decides nothing, in percent. */
  inconclusiveFrom: z._default(percent, 40),
  inconclusiveTo: z._default(percent, 60),
  /** Days; 0: not at all. */
  keepResultsDays: z._default(integer.check(z.gte(0)), 30),
  /** The menu is shown also where the browser sees no image. */
  isMenuEverywhere: z._default(z.boolean(), false),
  /** Videos above this size are sent only after a question. Megabytes. */
  askVideoAboveMb: z._default(integer.check(z.gte(0)), 50),
  /** How much is recorded of a playing video that has no file. Seconds. */
  clipSeconds: z._default(integer.check(z.gte(3), z.lte(30)), 6),
  /** For how long a verdict on the same bytes is shown again instead of sending them. Days; 0: not at all. */
  reuseDays: z._default(integer.check(z.gte(0), z.lte(365)), 7),
  /** A page with no more media to check than this is not asked about first. */
  askPageAbove: z._default(integer.check(z.gte(0)), 0),
  /** Requests with media to the service an hour. */
  requestsPerHour: z._default(integer.check(z.gte(1)), 1_000),
  /** Images that are checked as they are shown, an hour. */
  automaticPerHour: z._default(integer.check(z.gte(1)), 200),
  /** Media of private networks are sent only after a question. */
  asksForPrivate: z._default(z.boolean(), true),
  /** A small picture of what was checked is kept with each result. */
  keepsThumbnails: z._default(z.boolean(), true),
  /** Content Credentials that a file says are kept elsewhere are fetched there. */
  fetchesRemoteCredentials: z._default(z.boolean(), false),
});

/** What the user chose in the options. */
export type Settings = Parsed<typeof settingsSchema>;

/** The settings of which an administrator may have set the value: that goes before the user's choice. */
export type ManagedSettings = {
  readonly [Name in 'keepResultsDays' | 'requestsPerHour' | 'automaticPerHour']?: number | undefined;
};

/** The settings; not secret. */
export const settingsItem = storedItem<Settings>({
  area: 'local',
  key: 'settings',
  schema: settingsSchema,
  initial: settingsSchema.parse({}),
});

import { errorSchema } from '../../core/check/check-record.ts';
import { mediaKindSchema } from '../../core/check/media-reference.ts';
import { sendReasonSchema } from '../../core/check/question.ts';
import { type Parsed, z } from '../../core/schema.ts';

const itemPlanSchema = z.enum([
  'to-check',
  /** Checked not long ago, and the same still. */
  'known',
  'too-small',
  /** The page has not loaded it, or shows it under copy protection, or it is a file of this computer. */
  'unreadable',
]);

/** What is to be done with one of the media of a page. */
export type ItemPlan = Parsed<typeof itemPlanSchema>;

const pageItemSchema = z.object({
  /** The page's name for it, in its frame. */
  key: z.string(),
  frameId: z.number(),
  /** The frame's address, where that is not the top page. */
  frameUrl: z.exactOptional(z.string()),
  url: z.exactOptional(z.string()),
  /** Only the beginning of a very long address is known. */
  isUrlCut: z.exactOptional(z.boolean()),
  plan: itemPlanSchema,
  /** Its check, once it has begun. */
  checkId: z.exactOptional(z.string()),
});

/** One of the media of a page; what has the same address is one. */
export type PageItem = Parsed<typeof pageItemSchema>;

/** The check of a whole page. */
export const pageRunSchema = z.object({
  id: z.string(),
  kind: mediaKindSchema,
  /** Nobody began it: it grows by what is shown, and goes on whenever something is. */
  isAutomatic: z.exactOptional(z.boolean()),
  /** Media wait for room in this budget of images an hour. */
  pausedAfter: z.exactOptional(z.number()),
  /** What is there is counted; the user is asked whether to go on; its media are checked, each by a check of its own. */
  state: z.enum(['counting', 'asking', 'running', 'done', 'cancelled', 'failed']),
  tabId: z.number(),
  pageUrl: z.string(),
  isPrivate: z.boolean(),
  /** The page asks that nothing be drawn in it. */
  isQuiet: z.boolean(),
  items: z.array(pageItemSchema),
  /** Where one of the media is that may be read only with the user's permission, as far as is known. Origins. */
  accessMissing: z.array(z.string()),
  /** Why the user is asked before any of them is sent. */
  reasons: z.array(sendReasonSchema),
  /** The hosts which those reasons are about. */
  privateHosts: z.array(z.string()),
  /** The host of the service; empty: nobody is signed in, and nothing is sent. */
  sentTo: z.string(),
  error: z.exactOptional(errorSchema),
  /** The popup is being opened to say what it came to. */
  isUntold: z.exactOptional(z.boolean()),
  /** Epoch milliseconds. */
  startedAt: z.number(),
  endedAt: z.exactOptional(z.number()),
});
export interface PageRun extends Parsed<typeof pageRunSchema> {}

/** Whether nothing will happen to a page's check by itself or by an answer. */
export function hasRunEnded({ state }: PageRun): boolean {
  return state === 'done' || state === 'cancelled' || state === 'failed';
}

/** How many media of a page have each plan. */
export function countPlans({ items }: PageRun): Readonly<Record<ItemPlan, number>> {
  const counts = { 'to-check': 0, known: 0, 'too-small': 0, unreadable: 0 };
  for (const { plan } of items) counts[plan] += 1;
  return counts;
}

import { z } from '../../core/schema.ts';
import { accountFactsSchema } from '../../core/service/account-view.ts';
import { storedItem } from '../../core/store/stored-item.ts';

const standingSchema = z.object({
  /** Epoch milliseconds. */
  at: z.number(),
  accountDigest: z.string(),
  facts: accountFactsSchema,
});
/** What `/status` last told, of which account, and when. */
type KnownStanding = z.infer<typeof standingSchema>;

/** What `/status` last told, so that a new background need not ask again. In memory only. */
export const standingItem = storedItem<KnownStanding | undefined>({
  area: 'session',
  key: 'standing',
  schema: z.optional(standingSchema),
  initial: undefined,
});

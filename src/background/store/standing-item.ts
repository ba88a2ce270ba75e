import { z } from '../../core/schema.ts';
import { accountFactsSchema } from '../../core/service/account-view.ts';
import { orAbsent, storedItem } from '../../core/store/stored-item.ts';
import type { KnownStanding } from '../service/account-session.ts';

const standingSchema = z.object({ at: z.number(), accountDigest: z.string(), facts: accountFactsSchema });

/** What `/status` last told, so that a new background need not ask again. In memory only. */
export const standingItem = storedItem<KnownStanding | undefined>({
  key: 'session:standing',
  schema: orAbsent(standingSchema),
  initial: undefined,
  version: 1,
});

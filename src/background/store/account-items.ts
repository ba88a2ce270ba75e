import { z } from '../../core/schema.ts';
import { accountFactsSchema } from '../../core/service/account-view.ts';
import { accountLabelSchema, accountSchema } from '../../core/service/credential.ts';
import { storedItem } from '../../core/store/stored-item.ts';
import { sealedSchema, sealKeySchema } from './passphrase-seal.ts';

const accountOnDiskSchema = z.union([
  z.object({ kind: z.literal('plain'), account: accountSchema }),
  z.object({ kind: z.literal('sealed'), label: accountLabelSchema, sealed: sealedSchema }),
  /** The account itself is in memory, until the browser closes. */
  z.object({ kind: z.literal('session'), label: accountLabelSchema }),
]);
/** What of an account is on disk. */
export type AccountOnDisk = z.infer<typeof accountOnDiskSchema>;

const openAccountSchema = z.object({
  account: accountSchema,
  /** The key of its passphrase, where it has one. */
  sealKey: z.exactOptional(sealKeySchema),
});
/** An account that is kept in memory, or was unlocked. */
export type OpenAccount = z.infer<typeof openAccountSchema>;

/** The account on disk. May hold secrets: read by the background alone. */
export const accountOnDiskItem = storedItem<AccountOnDisk | undefined>({
  area: 'local',
  key: 'account',
  schema: z.optional(accountOnDiskSchema),
  initial: undefined,
});

/** The account in memory. Holds secrets: read by the background alone. */
export const openAccountItem = storedItem<OpenAccount | undefined>({
  area: 'session',
  key: 'account',
  schema: z.optional(openAccountSchema),
  initial: undefined,
});

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

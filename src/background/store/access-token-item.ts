import { z } from '../../core/schema.ts';
import { storedItem } from '../../core/store/stored-item.ts';

const accessTokenSchema = z.object({
  value: z.string(),
  /** Epoch milliseconds. */
  expiresAt: z.number(),
  /** When a new one is asked for. Epoch milliseconds. */
  renewAt: z.number(),
  /** The account it was granted to, as a digest: a token never outlives a change of the credential. */
  grantedTo: z.string(),
});
/** An access token that the service has granted. */
export type AccessToken = z.infer<typeof accessTokenSchema>;

/** Where a token is kept between two calls: memory only, never disk. */
export interface TokenStore {
  get(): Promise<AccessToken | undefined>;
  set(token: AccessToken): Promise<void>;
  remove(): Promise<void>;
}

/** The access token: outlives the service worker, never the browser, and is never on disk. */
export const accessTokenItem: TokenStore = storedItem<AccessToken | undefined>({
  area: 'session',
  key: 'accessToken',
  schema: z.optional(accessTokenSchema),
  initial: undefined,
});

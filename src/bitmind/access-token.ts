import { z } from '../schema.ts';

/** A cached access token. */
export const accessTokenSchema = z.object({
  value: z.string(),
  /** Epoch milliseconds. */
  expiresAt: z.number(),
  /** The account it was granted to, as a digest: a token never outlives a change of the credential. */
  grantedTo: z.string(),
});
export type AccessToken = z.infer<typeof accessTokenSchema>;

/** A token is renewed this long before it ends, in milliseconds (contract). */
const RENEW_BEFORE_END_MS = 60_000;

/** The lifetime of a token whose answer names none (or nonsense), in seconds: the documented hour. */
const DOCUMENTED_LIFETIME_S = 3600;

/** Where a token is kept between two calls: memory only, never disk. */
export interface TokenStore {
  get(): Promise<AccessToken | undefined>;
  set(token: AccessToken): Promise<void>;
  remove(): Promise<void>;
}

/** Gives the current token of one account. */
export interface TokenSource {
  /** A token that is valid for another minute; asks the service when there is none. */
  current(): Promise<string>;
  /** A token other than `refused`, which the service answered with 401. */
  renewed(refused: string): Promise<string>;
}

/** What a token source needs. */
export interface TokenSourceParts {
  readonly store: TokenStore;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  /** Asks the token endpoint. */
  readonly grant: () => Promise<{ readonly value: string; readonly lifetimeSeconds?: number }>;
  /** A digest of the account. */
  readonly grantedTo: string;
}

/** One renewal is in flight however many calls wait for it. */
export function createTokenSource({ store, clock, grant, grantedTo }: TokenSourceParts): TokenSource {
  let renewal: Promise<string> | undefined;

  async function renew(): Promise<string> {
    const granted = await grant();
    const lifetimeMs = (granted.lifetimeSeconds || DOCUMENTED_LIFETIME_S) * 1000;
    await store.set({ value: granted.value, expiresAt: clock() + lifetimeMs, grantedTo });
    return granted.value;
  }

  function renewOnce(): Promise<string> {
    renewal ??= renew().finally(() => {
      renewal = undefined;
    });
    return renewal;
  }

  async function cached(): Promise<AccessToken | undefined> {
    const token = await store.get();
    return token?.grantedTo === grantedTo ? token : undefined;
  }

  return {
    async current() {
      if (renewal) return renewal;
      const token = await cached();
      if (token && clock() < token.expiresAt - RENEW_BEFORE_END_MS) return token.value;
      return renewOnce();
    },
    async renewed(refused) {
      if (renewal) return renewal;
      const token = await cached();
      if (token && token.value !== refused) return token.value;
      return renewOnce();
    },
  };
}

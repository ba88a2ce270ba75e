import type { AccessToken, TokenStore } from '../store/access-token-item.ts';
import type { GrantedToken } from './answers.ts';

/** A token is renewed this long before it ends, in milliseconds (contract). */
const RENEW_BEFORE_END_MS = 60_000;

/** The lifetime of a token whose answer names none (or nonsense), in seconds: the documented hour. */
const DOCUMENTED_LIFETIME_S = 3600;

/** No access token lives longer than a day; an answer that says so is nonsense. */
const LONGEST_LIFETIME_S = 86_400;

/** Keeps the token of an account on trial away from that of the account in use. */
export function memoryTokenStore(): TokenStore {
  let kept: AccessToken | undefined;
  return {
    get: async () => kept,
    set: async (token) => {
      kept = token;
    },
    remove: async () => {
      kept = undefined;
    },
  };
}

/** Gives the current token of one account. */
export interface TokenSource {
  /** A token that is valid for a while yet; asks the service when there is none. */
  current(): Promise<string>;
  /** A token other than `refused`, which the service answered with 401 and which is dropped; undefined where there is no other. */
  renewed(refused: string): Promise<string | undefined>;
  /** Drops a token that the service answered with 401, so that nobody uses it again. */
  drop(refused: string): Promise<void>;
}

/** An API key: it is its own token, and there is no other one. */
export function fixedToken(apiKey: string): TokenSource {
  return { current: async () => apiKey, renewed: async () => undefined, drop: async () => undefined };
}

/**
 * Tokens of the account with the digest `grantedTo`, kept in `store`; `grant` asks the service for one. One renewal is in flight
 * however many calls wait for it. `clock` gives epoch milliseconds.
 */
export function createTokenSource(
  store: TokenStore,
  grantedTo: string,
  clock: () => number,
  grant: () => Promise<GrantedToken>,
): TokenSource {
  let renewal: Promise<string> | undefined;

  async function renew(refused: string | undefined): Promise<string> {
    if (refused !== undefined) await drop(refused); // First: no new one may come.
    const granted = await grant();
    const lifetimeMs = trustedLifetimeSeconds(granted.lifetimeSeconds) * 1000;
    const now = clock();
    // A token that lives for less than two minutes is used for half its life, lest every call asks for a new one.
    const renewBeforeMs = Math.min(RENEW_BEFORE_END_MS, lifetimeMs / 2);
    const [expiresAt, renewAt] = [now + lifetimeMs, now + lifetimeMs - renewBeforeMs];
    await store.set({ value: granted.value, expiresAt, renewAt, grantedTo });
    return granted.value;
  }

  async function drop(refused: string): Promise<void> {
    if ((await store.get())?.value === refused) await store.remove();
  }

  function renewOnce(refused?: string): Promise<string> {
    renewal ??= renew(refused).finally(() => {
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
      if (token && clock() < token.renewAt) return token.value;
      return renewOnce();
    },
    async renewed(refused) {
      if (renewal) return renewal;
      const token = await cached();
      if (token && token.value !== refused) return token.value;
      return renewOnce(refused);
    },
    drop,
  };
}

/** The lifetime as told, if it can be one. A wrong guess costs one renewal: a token refused too early is renewed once. */
function trustedLifetimeSeconds(told: number | undefined): number {
  return told !== undefined && told > 0 && told <= LONGEST_LIFETIME_S ? told : DOCUMENTED_LIFETIME_S;
}

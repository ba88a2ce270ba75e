import { randomBytes, randomUUID } from 'node:crypto';
import type { Account } from './account.ts';

/** How long BitMind's tokens live, in seconds (docs.bitmind.ai: "Token lifetime: 1 hour"). */
export const TOKEN_LIFETIME_SECONDS = 3600;

/** What a token is good for. */
export type TokenState =
  | { readonly kind: 'good'; readonly account: Account }
  | { readonly kind: 'expired' }
  | { readonly kind: 'unknown' };

/** The tokens a sandbox has issued. */
export interface TokenStore {
  readonly lifetimeSeconds: number;
  /** A new token for an account: shaped like a JWT, opaque to its holder. */
  issue(account: Account): string;
  look(token: string): TokenState;
  revokeAll(): void;
}

/** Makes an empty store. `now` is in milliseconds since 1970. */
export function createTokenStore(lifetimeSeconds: number, now: () => number): TokenStore {
  const issued = new Map<string, { account: Account; expiresAt: number }>();
  return {
    lifetimeSeconds,
    issue(account) {
      const expiresAt = now() + lifetimeSeconds * 1000;
      const claims = { iss: 'sandbox', jti: randomUUID(), exp: Math.floor(expiresAt / 1000) };
      const token = [base64url({ alg: 'RS256', typ: 'JWT' }), base64url(claims), randomBytes(32).toString('base64url')];
      issued.set(token.join('.'), { account, expiresAt });
      return token.join('.');
    },
    look(token) {
      const entry = issued.get(token);
      if (entry === undefined) {
        return { kind: 'unknown' };
      }
      return now() < entry.expiresAt ? { kind: 'good', account: entry.account } : { kind: 'expired' };
    },
    revokeAll() {
      issued.clear();
    },
  };
}

function base64url(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

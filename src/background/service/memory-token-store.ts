import type { AccessToken, TokenStore } from './access-token.ts';

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

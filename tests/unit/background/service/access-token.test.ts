import { describe, expect, it } from 'vitest';
import { createTokenSource } from '../../../../src/background/service/access-token.ts';
import type { AccessToken } from '../../../../src/background/store/access-token-item.ts';

const START = 1_000_000;

function tokens(lifetimeSeconds?: number) {
  let stored: AccessToken | undefined;
  let now = START;
  let granted = 0;
  const store = {
    get: async () => stored,
    set: async (token: AccessToken) => {
      stored = token;
    },
    remove: async () => {
      stored = undefined;
    },
  };
  const make = (grantedTo = 'account') =>
    createTokenSource(
      store,
      grantedTo,
      () => now,
      async () => {
        granted += 1;
        return { value: `token-${granted}`, ...(lifetimeSeconds !== undefined && { lifetimeSeconds }) };
      },
    );
  return {
    make,
    granted: () => granted,
    stored: () => stored,
    pass: (ms: number) => {
      now += ms;
    },
  };
}

describe('the access token', () => {
  it('is asked for once, however many calls wait for it', async () => {
    const { make, granted } = tokens(3600);
    const source = make();
    const all = await Promise.all(Array.from({ length: 20 }, () => source.current()));
    expect(new Set(all)).toEqual(new Set(['token-1']));
    expect(granted()).toBe(1);
  });

  it('is kept until 60 s before its end', async () => {
    const { make, pass } = tokens(3600);
    const source = make();
    await source.current();
    pass(3_539_999);
    expect(await source.current()).toBe('token-1');
    pass(1);
    expect(await source.current()).toBe('token-2');
  });

  it('outlives the background, being in the store', async () => {
    const { make, granted } = tokens(3600);
    await make().current();
    expect(await make().current()).toBe('token-1');
    expect(granted()).toBe(1);
  });

  it('is never used for another account', async () => {
    const { make } = tokens(3600);
    await make('first').current();
    expect(await make('second').current()).toBe('token-2');
  });

  it.each([undefined, 0])('lives the documented hour when expires_in is %s', async (lifetime) => {
    const { make, stored } = tokens(lifetime);
    await make().current();
    expect(stored()?.expiresAt).toBe(START + 3_600_000);
  });

  it('is renewed once for all calls it was refused to', async () => {
    const { make, granted } = tokens(3600);
    const source = make();
    const refused = await source.current();
    const renewed = await Promise.all([source.renewed(refused), source.renewed(refused)]);
    expect(renewed).toEqual(['token-2', 'token-2']);
    expect(await source.renewed(refused)).toBe('token-2'); // Another call of the same moment, answered later.
    expect(granted()).toBe(2);
  });
});

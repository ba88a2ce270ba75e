import { describe, expect, it } from 'vitest';
import type { AccountPolicy } from '../../../../src/background/service/account-in-use.ts';
import { accountOnDiskItem, standingItem } from '../../../../src/background/store/account-items.ts';
import { SANDBOX_API_KEY, SANDBOX_CLIENT_ID, SANDBOX_CLIENT_SECRET } from '../../../sandbox/sandbox-credentials.ts';
import { apiKey, bed, oauth, onDisk, plain, save, session, token, useAccountBed } from './account-bed.ts';

useAccountBed();

describe('an account of an administrator', () => {
  it('wins over the saved one, which comes back when it goes', async () => {
    await accountOnDiskItem.set(plain(oauth()));
    bed.policy = { apiKey: SANDBOX_API_KEY, serviceAddress: bed.sandbox.origin } as AccountPolicy;
    expect(await session().view(false)).toMatchObject({ state: 'connected', isManaged: true });
    expect(bed.sandbox.requests('/v1/oauth/token')).toHaveLength(0);
    bed.policy = {} as AccountPolicy;
    expect(await session().view(false)).not.toHaveProperty('isManaged');
    expect(bed.sandbox.requests('/v1/oauth/token')).toHaveLength(1);
  });

  it('leaves no token behind when it goes, and takes none of the account that stays', async () => {
    const changing = session();
    bed.policy = {
      clientId: SANDBOX_CLIENT_ID,
      clientSecret: SANDBOX_CLIENT_SECRET,
      serviceAddress: bed.sandbox.origin,
    } as AccountPolicy;
    await changing.view(false);
    await changing.forgetOthers();
    expect(await Promise.all([token(), standingItem.get()])).toEqual([expect.anything(), expect.anything()]);
    bed.policy = {} as AccountPolicy;
    await changing.forgetOthers();
    expect(await Promise.all([token(), standingItem.get()])).toEqual([undefined, undefined]);
  });

  it('that is tested in the form is not kept as the one of the user', async () => {
    bed.policy = { apiKey: SANDBOX_API_KEY, serviceAddress: bed.sandbox.origin } as AccountPolicy;
    expect(await save(apiKey(''))).toMatchObject({ state: 'connected' });
    expect(await onDisk()).toBeUndefined();
    bed.policy = {} as AccountPolicy;
    expect(await session().view(false)).toEqual({ state: 'signed-out' });
  });

  it('of which only client and address are set takes the secret that was saved', async () => {
    const own = plain({
      serviceAddress: 'https://own.example',
      credential: { method: 'oauth-client', clientId: 'own', clientSecret: SANDBOX_CLIENT_SECRET },
    });
    await accountOnDiskItem.set(own);
    bed.policy = { clientId: SANDBOX_CLIENT_ID, serviceAddress: bed.sandbox.origin } as AccountPolicy;
    expect(await save(oauth(''))).toMatchObject({ state: 'connected' });
    expect(await onDisk()).toEqual(own);
  });

  it('that is locked lets nobody save another one, nor sign out', async () => {
    bed.policy = { lockAccount: true, apiKey: SANDBOX_API_KEY, serviceAddress: bed.sandbox.origin } as AccountPolicy;
    await expect(save(oauth())).rejects.toMatchObject({ data: { code: 'message-refused' } });
    await expect(session().signOut()).rejects.toMatchObject({ data: { code: 'message-refused' } });
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { accountOnDiskItem } from '../../../../src/background/store/account-items.ts';
import {
  apiKey,
  bed,
  checkImage,
  failure,
  newToken,
  oauth,
  plain,
  save,
  service,
  session,
  token,
  useAccountBed,
} from './account-bed.ts';

useAccountBed();

describe('a token', () => {
  beforeEach(async () => {
    await accountOnDiskItem.set(plain(oauth()));
  });

  it('is asked for once for 20 checks at a time, and survives the background', async () => {
    const first = service();
    await Promise.all(Array.from({ length: 20 }, () => checkImage(first)));
    await checkImage(service());
    expect(bed.sandbox.requests('/v1/oauth/token')).toHaveLength(1);
    expect(bed.sandbox.requests('/image')).toHaveLength(21);
  });

  it.each([
    ['is missing', undefined, 3600],
    ['is zero', 0, 3600],
    ['is less than nothing', -5, 3600],
    ['is absurd', 1e12, 3600],
    ['is no number', 'soon', 3600],
    ['is written as text', '1800', 1800],
    ['is half an hour', 1800, 1800],
  ])('whose lifetime %s is used for a sensible time', async (_name, expires_in, seconds) => {
    const start = Date.now();
    bed.now = () => start;
    bed.sandbox.always('/v1/oauth/token', {
      body: { access_token: await newToken(), token_type: 'Bearer', expires_in },
    });
    await session().view(true);
    expect(await token()).toMatchObject({
      expiresAt: start + seconds * 1000,
      renewAt: start + seconds * 1000 - 60_000,
    });
  });

  it('that lives for half a minute is used for half of that', async () => {
    const start = Date.now();
    bed.now = () => start;
    bed.sandbox.always('/v1/oauth/token', { body: { access_token: await newToken(), expires_in: 30 } });
    await session().view(true);
    expect((await token())?.renewAt).toBe(start + 15_000);
  });

  it('is renewed a minute before it ends', async () => {
    const start = Date.now();
    bed.now = () => start;
    const checks = service();
    await checkImage(checks);
    bed.now = () => start + 3_539_000;
    await checkImage(checks);
    expect(bed.sandbox.requests('/v1/oauth/token')).toHaveLength(1);
    bed.now = () => start + 3_541_000;
    await checkImage(checks);
    expect(bed.sandbox.requests('/v1/oauth/token')).toHaveLength(2);
  });

  it('that comes after the user signed out is neither used nor kept', async () => {
    const held = bed.sandbox.hold('/v1/oauth/token');
    const signedIn = service();
    const checking = checkImage(signedIn).catch((error: unknown) => error);
    await held.arrived;
    await signedIn.session.signOut();
    held.release();
    expect(await checking).toMatchObject({ data: { code: 'not-signed-in' } });
    expect(await token()).toBeUndefined();
    expect(bed.sandbox.requests('/image')).toHaveLength(0);
  });

  it('is dropped with the account it was granted to', async () => {
    await checkImage();
    expect(await token()).toBeDefined();
    await save(apiKey());
    expect(await token()).toBeUndefined();
  });

  it('that is refused is renewed once, and the call repeated once', async () => {
    await checkImage();
    bed.sandbox.revokeTokens();
    expect(await checkImage()).toMatchObject({ isAi: false });
    expect(bed.sandbox.requests('/image').map((request) => request.status)).toEqual([200, 401, 200]);
    expect(bed.sandbox.requests('/v1/oauth/token')).toHaveLength(2);
  });

  it('that is refused again is an error, not a loop', async () => {
    bed.sandbox.always('/image', { status: 401 });
    expect(await failure()).toMatchObject({ code: 'sign-in-refused', method: 'oauth-client' });
    expect(bed.sandbox.requests('/image')).toHaveLength(2);
    expect(bed.sandbox.requests('/v1/oauth/token')).toHaveLength(2);
    expect(await token()).toBeUndefined();
  });

  it('that is refused is not kept when no other one comes', async () => {
    await checkImage();
    bed.sandbox.revokeTokens();
    bed.sandbox.always('/v1/oauth/token', { status: 401 });
    expect(await failure()).toMatchObject({ code: 'sign-in-refused' });
    expect(await token()).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { accountOnDiskItem } from '../../../../src/background/store/account-items.ts';
import type { Account } from '../../../../src/core/service/credential.ts';
import { OTHER_CERTIFICATE_PEM } from '../../../fixtures/certificates.ts';
import { createAccount } from '../../../sandbox/account.ts';
import type { Behaviour } from '../../../sandbox/behaviour.ts';
import { createSandbox } from '../../../sandbox/create-sandbox.ts';
import type { EndpointPath } from '../../../sandbox/endpoint.ts';
import {
  SANDBOX_API_KEY,
  SANDBOX_CERTIFICATE_CLIENT_ID,
  SANDBOX_CERTIFICATE_PEM,
  SANDBOX_CLIENT_SECRET,
  STANDARD_API_KEY,
} from '../../../sandbox/sandbox-credentials.ts';
import {
  apiKey,
  bed,
  certificate,
  checkImage,
  clientWithoutCertificate,
  oauth,
  onDisk,
  plain,
  save,
  sentenceOf,
  session,
  useAccountBed,
} from './account-bed.ts';

useAccountBed();

describe('signing in', () => {
  it.each([
    ['an API key', () => apiKey(), ['/health', '/status']],
    ['an OAuth client', () => oauth(), ['/health', '/v1/oauth/token', '/status']],
    ['a certificate', () => certificate(), ['/health', '/v1/oauth/token', '/status']],
  ])('with %s is tested step by step, and saved', async (_name, account, steps) => {
    expect(await save(account())).toMatchObject({
      state: 'connected',
      facts: {
        name: 'Sandbox',
        tier: 'enterprise',
        permissions: ['image_inference', 'video_inference', 'batch_processing'],
        features: { zero_data_retention: true },
      },
    });
    expect(await onDisk()).toEqual(plain(account()));
    expect(bed.sandbox.requests().map(({ path }) => path)).toEqual(steps);
  });

  it('with a certificate sends it, and no secret, with every call that needs one', async () => {
    await save(certificate());
    await checkImage();
    const [health, token, ...calls] = bed.sandbox.requests();
    expect(health?.headers['x-client-cert']).toBeUndefined();
    expect(token?.body?.toString()).toBe(`grant_type=client_credentials&client_id=${SANDBOX_CERTIFICATE_CLIENT_ID}`);
    for (const { headers } of [token, ...calls].flatMap((request) => request ?? [])) {
      expect(atob(String(headers['x-client-cert']))).toBe(SANDBOX_CERTIFICATE_PEM);
    }
    expect(calls.map(({ path }) => path)).toEqual(['/status', '/image']);
  });

  const refusals: readonly (readonly [string, () => Account, RegExp])[] = [
    ['a wrong API key', () => apiKey('enterprise-wrong'), /“API key”/],
    [
      'an API key with an invisible character in it',
      () => apiKey(`${SANDBOX_API_KEY}\u200b`),
      /“API key”.*doesn’t belong/,
    ],
    [
      'a client secret that no form takes',
      () => oauth('pässword'),
      /“Client secret”.*doesn’t belong.*nothing was sent/,
    ],
    ['a wrong secret', () => oauth('wrong'), /“Client ID” and “Client secret”/],
    ['a standard key', () => apiKey(STANDARD_API_KEY), /standard API.*“API key”/],
    [
      'a secret where a certificate is needed',
      () => clientWithoutCertificate(),
      /choose “OAuth client with certificate”/,
    ],
    ['a wrong certificate', () => certificate(OTHER_CERTIFICATE_PEM), /“Certificate \(PEM\)”/],
  ];
  it.each(refusals)('with %s says which field to look at, and saves nothing', async (_name, account, words) => {
    await accountOnDiskItem.set(plain(apiKey()));
    const view = await save(account());
    expect(view.state).toBe('refused');
    expect(sentenceOf(view)).toMatch(words);
    expect(await onDisk()).toEqual(plain(apiKey()));
  });

  const otherServices: readonly (readonly [string, EndpointPath, Behaviour])[] = [
    [
      'a web page',
      '/health',
      { body: '<!doctype html><title>Welcome</title>', headers: { 'content-type': 'text/html' } },
    ],
    ['another service that is well', '/health', { body: { status: 'ok' } }],
    ['nothing at /health', '/health', { status: 404 }],
    ['nothing at /status', '/status', { status: 404 }],
    ['a status of something else', '/status', { body: { hello: 'world' } }],
    ['a token answer without a token', '/v1/oauth/token', { body: { ok: true } }],
  ];
  it.each(otherServices)('says that it is not BitMind where there is %s', async (_name, path, behaviour) => {
    bed.sandbox.always(path, behaviour);
    const view = await save(oauth());
    expect(sentenceOf(view)).toMatch(/isn’t BitMind’s Enterprise API.*“Service address”/);
    expect(await onDisk()).toBeUndefined();
    if (path === '/health') expect(bed.sandbox.requests('/v1/oauth/token')).toHaveLength(0);
  });

  it('says that nothing answers', async () => {
    await bed.sandbox.close();
    expect(sentenceOf(await save(apiKey()))).toMatch(/can’t be reached.*“Service address”/);
  });

  it.each(['/health', '/v1/oauth/token', '/status'] as const)('follows no redirect of %s', async (path) => {
    const elsewhere = await createSandbox();
    bed.sandbox.always(path, { redirectTo: `${elsewhere.origin}${path}` });
    expect(sentenceOf(await save(oauth()))).toMatch(/redirects elsewhere.*“Service address”/);
    expect(elsewhere.requests()).toHaveLength(0);
    await elsewhere.close();
  });

  it.each([
    [12, 'ahead'],
    [-7, 'behind'],
  ])('warns that the clock is %i minutes off, and says so when the sign-in fails', async (minutes, word) => {
    bed.now = () => Date.now() + minutes * 60_000;
    const view = await save(apiKey());
    expect(view).toMatchObject({ state: 'connected', clockOffMinutes: minutes });
    const refused = await save(apiKey('enterprise-wrong'));
    expect(sentenceOf(refused)).toMatch(new RegExp(`${Math.abs(minutes)} minutes ${word}`));
  });

  it('goes by the Date header where the service tells no time', async () => {
    bed.sandbox.always('/health', {
      body: { status: 'healthy' },
      headers: { date: new Date(Date.now() - 3_600_000).toUTCString() },
    });
    expect(await save(apiKey())).toMatchObject({ clockOffMinutes: 60 });
  });

  it('needs no more of /health than that it is BitMind', async () => {
    bed.sandbox.always('/health', { body: { status: null, service: 'enterprise-inference-worker', timestamp: 'new' } });
    expect(await save(apiKey())).toMatchObject({ state: 'connected' });
  });

  it("saves without a test at the user's own wish", async () => {
    await accountOnDiskItem.set(plain(apiKey()));
    expect(await save(oauth('wrong'), false)).toEqual({ state: 'untested' });
    expect(await onDisk()).toEqual(plain(oauth('wrong')));
    expect(bed.sandbox.requests()).toHaveLength(0);
  });

  it('says that the browser has not let it reach the address', async () => {
    bed.granted = false;
    expect(await save(apiKey())).toMatchObject({
      error: { code: 'service-access-missing', origin: bed.sandbox.origin },
    });
    expect(bed.sandbox.requests()).toHaveLength(0);
  });

  it('with a standard key sends nothing', async () => {
    await save(apiKey(STANDARD_API_KEY));
    expect(bed.sandbox.requests()).toHaveLength(0);
  });

  it('takes the saved secret where the field was left empty', async () => {
    await accountOnDiskItem.set(plain(oauth()));
    expect(await save(oauth(''))).toMatchObject({ state: 'connected' });
    expect(await onDisk()).toEqual(plain(oauth()));
  });

  it('is out when the credential was removed', async () => {
    await save(oauth());
    const signedIn = session();
    await signedIn.signOut();
    expect(await onDisk()).toBeUndefined();
    expect(await fakeBrowser.storage.session.get()).toEqual({});
    expect(await signedIn.view(false)).toEqual({ state: 'signed-out' });
    await expect(signedIn.client('image_inference')).rejects.toMatchObject({ data: { code: 'not-signed-in' } });
  });
});

describe('the account line', () => {
  it('asks the service once a minute at most', async () => {
    await accountOnDiskItem.set(plain(apiKey()));
    const line = session();
    await line.view(false);
    await line.view(false);
    expect(bed.sandbox.requests('/status')).toHaveLength(1);
    await line.view(true);
    expect(bed.sandbox.requests('/status')).toHaveLength(2);
  });
});

describe('what an account may not do', () => {
  it('is said before anything is sent, once /status told', async () => {
    await bed.sandbox.close();
    const credential = { kind: 'api-key', apiKey: SANDBOX_API_KEY } as const;
    bed.sandbox = await createSandbox({ accounts: [createAccount(credential, ['image_inference'])] });
    await accountOnDiskItem.set(plain(apiKey()));
    await session().view(false);
    await expect(session().client('video_inference')).rejects.toMatchObject({
      data: { code: 'not-enabled', permission: 'video_inference' },
    });
    await checkImage();
    expect(bed.sandbox.requests('/image')).toHaveLength(1);
  });

  it('is asked about before a video is sent, also right after a start of the browser', async () => {
    await bed.sandbox.close();
    const credential = { kind: 'api-key', apiKey: SANDBOX_API_KEY } as const;
    bed.sandbox = await createSandbox({ accounts: [createAccount(credential, ['image_inference'])] });
    await accountOnDiskItem.set(plain(apiKey()));
    await expect(session().client('video_inference')).rejects.toMatchObject({ data: { code: 'not-enabled' } });
  });

  it('is asked about again before it is believed', async () => {
    await accountOnDiskItem.set(plain(apiKey()));
    bed.sandbox.next('/status', { body: { client: { permissions: [] }, status: 'operational' } });
    await session().view(false);
    await checkImage();
    expect(bed.sandbox.requests('/status')).toHaveLength(2);
  });
});

it('a saved secret is not sent to another address', async () => {
  await accountOnDiskItem.set(plain(oauth()));
  const other = await createSandbox();
  await save({ ...oauth(''), serviceAddress: other.origin });
  const bodies = other.requests().map(({ body }) => body?.toString() ?? '');
  expect(bodies.join()).not.toContain(SANDBOX_CLIENT_SECRET);
  expect(await onDisk()).toEqual(plain(oauth()));
  await other.close();
});

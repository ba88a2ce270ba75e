import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { AccountPolicy } from '../../../../src/background/service/account-in-use.ts';
import { mediaSender } from '../../../../src/background/service/media-sender.ts';
import { createService, type Service } from '../../../../src/background/service/service.ts';
import { accessTokenItem } from '../../../../src/background/store/access-token-item.ts';
import { type AccountOnDisk, accountOnDiskItem, standingItem } from '../../../../src/background/store/account-items.ts';
import { isAppError } from '../../../../src/core/errors/app-error.ts';
import type { ErrorData } from '../../../../src/core/errors/error-data.ts';
import type { AccountView } from '../../../../src/core/service/account-view.ts';
import type { Account } from '../../../../src/core/service/credential.ts';
import type { Keeping } from '../../../../src/core/service/keeping.ts';
import { errorWords } from '../../../../src/core/words/error-sentence.ts';
import { OTHER_CERTIFICATE_PEM } from '../../../fixtures/certificates.ts';
import { createAccount } from '../../../sandbox/account.ts';
import type { Behaviour } from '../../../sandbox/behaviour.ts';
import { createSandbox, type Sandbox } from '../../../sandbox/create-sandbox.ts';
import type { EndpointPath } from '../../../sandbox/endpoint.ts';
import {
  SANDBOX_API_KEY,
  SANDBOX_CERTIFICATE_CLIENT_ID,
  SANDBOX_CERTIFICATE_PEM,
  SANDBOX_CLIENT_ID,
  SANDBOX_CLIENT_SECRET,
  STANDARD_API_KEY,
} from '../../../sandbox/sandbox-credentials.ts';
import { speakEnglish } from '../../english.ts';
import { tinyJpeg } from '../../tiny-images.ts';
import { freshBrowser } from './sign-in.ts';
import { uploadByFetch } from './upload-by-fetch.ts';

let sandbox: Sandbox;
let policy: AccountPolicy;
/** What the next readings of the policy wait for. */
const policyReads: Promise<AccountPolicy>[] = [];
let granted: boolean;
let now: () => number;

beforeAll(speakEnglish);
beforeEach(async () => {
  sandbox = await createSandbox();
  freshBrowser();
  vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(async () => policyReads.shift() ?? policy);
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(async () => granted);
  policy = {} as AccountPolicy;
  granted = true;
  now = Date.now;
  vi.spyOn(Math, 'random').mockReturnValue(0); // Nothing is waited between two attempts.
});
afterEach(() => sandbox.close());
afterEach(() => void vi.restoreAllMocks());

/** The way to the service as a background builds it; a second one is what a restarted background has. */
function service(): Service {
  return createService({ fetch, clock: () => now() }, uploadByFetch);
}

const session = () => service().session;

const onDisk = () => accountOnDiskItem.get();
const token = () => accessTokenItem.get();

/** What the disk holds of an account that is remembered without a passphrase. */
function plain(account: Account): AccountOnDisk {
  return { kind: 'plain', account };
}

const REMEMBERED: Keeping = { isRemembered: true, protection: { kind: 'none' } };

function save(account: Account, isTested = true): Promise<AccountView> {
  return session().save(account, REMEMBERED, isTested);
}

function certificate(certificatePem = SANDBOX_CERTIFICATE_PEM): Account {
  return {
    serviceAddress: sandbox.origin,
    credential: { method: 'oauth-certificate', clientId: SANDBOX_CERTIFICATE_CLIENT_ID, certificatePem },
  };
}

function oauth(clientSecret = SANDBOX_CLIENT_SECRET): Account {
  return {
    serviceAddress: sandbox.origin,
    credential: { method: 'oauth-client', clientId: SANDBOX_CLIENT_ID, clientSecret },
  };
}

function apiKey(key = SANDBOX_API_KEY): Account {
  return { serviceAddress: sandbox.origin, credential: { method: 'api-key', apiKey: key } };
}

const OPTIONS = {
  signal: new AbortController().signal,
  job: { id: 'a', onProgress: () => undefined, onPaused: () => undefined, onBatched: () => undefined },
};

async function checkImage(using = service()) {
  return (await mediaSender(using, 'image')).check(tinyJpeg(), OPTIONS);
}

function clientWithoutCertificate(): Account {
  return {
    serviceAddress: sandbox.origin,
    credential: { method: 'oauth-client', clientId: SANDBOX_CERTIFICATE_CLIENT_ID, clientSecret: 'a' },
  };
}

function sentenceOf(view: AccountView): string {
  return 'error' in view && view.error ? errorWords(view.error).sentence : '';
}

/** A token that the sandbox takes. */
async function newToken(): Promise<unknown> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: SANDBOX_CLIENT_ID,
    client_secret: SANDBOX_CLIENT_SECRET,
  });
  const answer: unknown = await (await fetch(`${sandbox.origin}/v1/oauth/token`, { method: 'POST', body })).json();
  return Object(answer).access_token;
}

/** The error that checking an image ends with. */
async function failure(): Promise<ErrorData> {
  try {
    await checkImage();
  } catch (error) {
    if (isAppError(error)) return error.data;
    throw error;
  }
  throw new Error('the check succeeded');
}

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
    expect(sandbox.requests().map(({ path }) => path)).toEqual(steps);
  });

  it('with a certificate sends it, and no secret, with every call that needs one', async () => {
    await save(certificate());
    await checkImage();
    const [health, token, ...calls] = sandbox.requests();
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
    sandbox.always(path, behaviour);
    const view = await save(oauth());
    expect(sentenceOf(view)).toMatch(/isn’t BitMind’s Enterprise API.*“Service address”/);
    expect(await onDisk()).toBeUndefined();
    if (path === '/health') expect(sandbox.requests('/v1/oauth/token')).toHaveLength(0);
  });

  it('says that nothing answers', async () => {
    await sandbox.close();
    expect(sentenceOf(await save(apiKey()))).toMatch(/can’t be reached.*“Service address”/);
  });

  it.each(['/health', '/v1/oauth/token', '/status'] as const)('follows no redirect of %s', async (path) => {
    const elsewhere = await createSandbox();
    sandbox.always(path, { redirectTo: `${elsewhere.origin}${path}` });
    expect(sentenceOf(await save(oauth()))).toMatch(/redirects elsewhere.*“Service address”/);
    expect(elsewhere.requests()).toHaveLength(0);
    await elsewhere.close();
  });

  it.each([
    [12, 'ahead'],
    [-7, 'behind'],
  ])('warns that the clock is %i minutes off, and says so when the sign-in fails', async (minutes, word) => {
    now = () => Date.now() + minutes * 60_000;
    const view = await save(apiKey());
    expect(view).toMatchObject({ state: 'connected', clockOffMinutes: minutes });
    const refused = await save(apiKey('enterprise-wrong'));
    expect(sentenceOf(refused)).toMatch(new RegExp(`${Math.abs(minutes)} minutes ${word}`));
  });

  it('goes by the Date header where the service tells no time', async () => {
    sandbox.always('/health', {
      body: { status: 'healthy' },
      headers: { date: new Date(Date.now() - 3_600_000).toUTCString() },
    });
    expect(await save(apiKey())).toMatchObject({ clockOffMinutes: 60 });
  });

  it('needs no more of /health than that it is BitMind', async () => {
    sandbox.always('/health', { body: { status: null, service: 'enterprise-inference-worker', timestamp: 'new' } });
    expect(await save(apiKey())).toMatchObject({ state: 'connected' });
  });

  it("saves without a test at the user's own wish", async () => {
    await accountOnDiskItem.set(plain(apiKey()));
    expect(await save(oauth('wrong'), false)).toEqual({ state: 'untested' });
    expect(await onDisk()).toEqual(plain(oauth('wrong')));
    expect(sandbox.requests()).toHaveLength(0);
  });

  it('says that the browser has not let it reach the address', async () => {
    granted = false;
    expect(await save(apiKey())).toMatchObject({ error: { code: 'service-access-missing', origin: sandbox.origin } });
    expect(sandbox.requests()).toHaveLength(0);
  });

  it('with a standard key sends nothing', async () => {
    await save(apiKey(STANDARD_API_KEY));
    expect(sandbox.requests()).toHaveLength(0);
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
    expect(sandbox.requests('/status')).toHaveLength(1);
    await line.view(true);
    expect(sandbox.requests('/status')).toHaveLength(2);
  });
});

describe('what an account may not do', () => {
  it('is said before anything is sent, once /status told', async () => {
    await sandbox.close();
    const credential = { kind: 'api-key', apiKey: SANDBOX_API_KEY } as const;
    sandbox = await createSandbox({ accounts: [createAccount(credential, ['image_inference'])] });
    await accountOnDiskItem.set(plain(apiKey()));
    await session().view(false);
    await expect(session().client('video_inference')).rejects.toMatchObject({
      data: { code: 'not-enabled', permission: 'video_inference' },
    });
    await checkImage();
    expect(sandbox.requests('/image')).toHaveLength(1);
  });

  it('is asked about before a video is sent, also right after a start of the browser', async () => {
    await sandbox.close();
    const credential = { kind: 'api-key', apiKey: SANDBOX_API_KEY } as const;
    sandbox = await createSandbox({ accounts: [createAccount(credential, ['image_inference'])] });
    await accountOnDiskItem.set(plain(apiKey()));
    await expect(session().client('video_inference')).rejects.toMatchObject({ data: { code: 'not-enabled' } });
  });

  it('is asked about again before it is believed', async () => {
    await accountOnDiskItem.set(plain(apiKey()));
    sandbox.next('/status', { body: { client: { permissions: [] }, status: 'operational' } });
    await session().view(false);
    await checkImage();
    expect(sandbox.requests('/status')).toHaveLength(2);
  });
});

describe('an account of an administrator', () => {
  it('wins over the saved one, which comes back when it goes', async () => {
    await accountOnDiskItem.set(plain(oauth()));
    policy = { apiKey: SANDBOX_API_KEY, serviceAddress: sandbox.origin } as AccountPolicy;
    expect(await session().view(false)).toMatchObject({ state: 'connected', isManaged: true });
    expect(sandbox.requests('/v1/oauth/token')).toHaveLength(0);
    policy = {} as AccountPolicy;
    expect(await session().view(false)).not.toHaveProperty('isManaged');
    expect(sandbox.requests('/v1/oauth/token')).toHaveLength(1);
  });

  it('leaves no token behind when it goes, and takes none of the account that stays', async () => {
    const changing = session();
    policy = {
      clientId: SANDBOX_CLIENT_ID,
      clientSecret: SANDBOX_CLIENT_SECRET,
      serviceAddress: sandbox.origin,
    } as AccountPolicy;
    await changing.view(false);
    await changing.forgetOthers();
    expect(await Promise.all([token(), standingItem.get()])).toEqual([expect.anything(), expect.anything()]);
    policy = {} as AccountPolicy;
    await changing.forgetOthers();
    expect(await Promise.all([token(), standingItem.get()])).toEqual([undefined, undefined]);
  });

  it('that is tested in the form is not kept as the one of the user', async () => {
    policy = { apiKey: SANDBOX_API_KEY, serviceAddress: sandbox.origin } as AccountPolicy;
    expect(await save(apiKey(''))).toMatchObject({ state: 'connected' });
    expect(await onDisk()).toBeUndefined();
    policy = {} as AccountPolicy;
    expect(await session().view(false)).toEqual({ state: 'signed-out' });
  });

  it('of which only client and address are set takes the secret that was saved', async () => {
    const own = plain({
      serviceAddress: 'https://own.example',
      credential: { method: 'oauth-client', clientId: 'own', clientSecret: SANDBOX_CLIENT_SECRET },
    });
    await accountOnDiskItem.set(own);
    policy = { clientId: SANDBOX_CLIENT_ID, serviceAddress: sandbox.origin } as AccountPolicy;
    expect(await save(oauth(''))).toMatchObject({ state: 'connected' });
    expect(await onDisk()).toEqual(own);
  });

  it('that is locked lets nobody save another one, nor sign out', async () => {
    policy = { lockAccount: true, apiKey: SANDBOX_API_KEY, serviceAddress: sandbox.origin } as AccountPolicy;
    await expect(save(oauth())).rejects.toMatchObject({ data: { code: 'message-refused' } });
    await expect(session().signOut()).rejects.toMatchObject({ data: { code: 'message-refused' } });
  });
});

describe('a token', () => {
  beforeEach(async () => {
    await accountOnDiskItem.set(plain(oauth()));
  });

  it('is asked for once for 20 checks at a time, and survives the background', async () => {
    const first = service();
    await Promise.all(Array.from({ length: 20 }, () => checkImage(first)));
    await checkImage(service());
    expect(sandbox.requests('/v1/oauth/token')).toHaveLength(1);
    expect(sandbox.requests('/image')).toHaveLength(21);
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
    now = () => start;
    sandbox.always('/v1/oauth/token', { body: { access_token: await newToken(), token_type: 'Bearer', expires_in } });
    await session().view(true);
    expect(await token()).toMatchObject({
      expiresAt: start + seconds * 1000,
      renewAt: start + seconds * 1000 - 60_000,
    });
  });

  it('that lives for half a minute is used for half of that', async () => {
    const start = Date.now();
    now = () => start;
    sandbox.always('/v1/oauth/token', { body: { access_token: await newToken(), expires_in: 30 } });
    await session().view(true);
    expect((await token())?.renewAt).toBe(start + 15_000);
  });

  it('is renewed a minute before it ends', async () => {
    const start = Date.now();
    now = () => start;
    const checks = service();
    await checkImage(checks);
    now = () => start + 3_539_000;
    await checkImage(checks);
    expect(sandbox.requests('/v1/oauth/token')).toHaveLength(1);
    now = () => start + 3_541_000;
    await checkImage(checks);
    expect(sandbox.requests('/v1/oauth/token')).toHaveLength(2);
  });

  it('that comes after the user signed out is neither used nor kept', async () => {
    const held = sandbox.hold('/v1/oauth/token');
    const signedIn = service();
    const checking = checkImage(signedIn).catch((error: unknown) => error);
    await held.arrived;
    await signedIn.session.signOut();
    held.release();
    expect(await checking).toMatchObject({ data: { code: 'not-signed-in' } });
    expect(await token()).toBeUndefined();
    expect(sandbox.requests('/image')).toHaveLength(0);
  });

  it('is dropped with the account it was granted to', async () => {
    await checkImage();
    expect(await token()).toBeDefined();
    await save(apiKey());
    expect(await token()).toBeUndefined();
  });

  it('that is refused is renewed once, and the call repeated once', async () => {
    await checkImage();
    sandbox.revokeTokens();
    expect(await checkImage()).toMatchObject({ isAi: false });
    expect(sandbox.requests('/image').map((request) => request.status)).toEqual([200, 401, 200]);
    expect(sandbox.requests('/v1/oauth/token')).toHaveLength(2);
  });

  it('that is refused again is an error, not a loop', async () => {
    sandbox.always('/image', { status: 401 });
    expect(await failure()).toMatchObject({ code: 'sign-in-refused', method: 'oauth-client' });
    expect(sandbox.requests('/image')).toHaveLength(2);
    expect(sandbox.requests('/v1/oauth/token')).toHaveLength(2);
    expect(await token()).toBeUndefined();
  });

  it('that is refused is not kept when no other one comes', async () => {
    await checkImage();
    sandbox.revokeTokens();
    sandbox.always('/v1/oauth/token', { status: 401 });
    expect(await failure()).toMatchObject({ code: 'sign-in-refused' });
    expect(await token()).toBeUndefined();
  });
});

describe('an answer that is no verdict', () => {
  beforeEach(async () => {
    await accountOnDiskItem.set(plain(apiKey()));
  });

  const cases: readonly (readonly [string, Behaviour, Partial<ErrorData>, number])[] = [
    [
      '400',
      { status: 400, body: { detail: 'image too small' } },
      { code: 'input-refused', detail: 'image too small' },
      1,
    ],
    ['401 for a key', { status: 401 }, { code: 'sign-in-refused', method: 'api-key' }, 1],
    ['403', { status: 403 }, { code: 'not-permitted' }, 1],
    ['404', { status: 404 }, { code: 'service-failed', status: 404 }, 1],
    ['413', { status: 413 }, { code: 'size-refused' }, 1],
    ['415', { status: 415 }, { code: 'format-refused', format: 'image/jpeg' }, 1],
    ['422', { status: 422 }, { code: 'format-refused', format: 'image/jpeg' }, 1],
    ['500 at each attempt', { status: 500 }, { code: 'service-failed', status: 500 }, 4],
    ['502 with HTML', { status: 502, body: '<html>Bad gateway' }, { code: 'service-failed', status: 502 }, 4],
    ['a reset at each attempt', { reset: 'before-headers' }, { code: 'service-unreachable' }, 4],
    ['a redirect', { redirectTo: 'http://127.0.0.1:9/image' }, { code: 'service-redirected' }, 1],
    ['200 without a body', { body: '' }, { code: 'unreadable-answer' }, 1],
    ['200 with HTML', { body: '<html></html>' }, { code: 'unreadable-answer' }, 1],
    ['200 without isAI', { body: { confidence: 0.9 } }, { code: 'unreadable-answer' }, 1],
    ['200 with more than 5 MB', { body: `{"isAI":true,"x":"${'y'.repeat(6e6)}"}` }, { code: 'unreadable-answer' }, 1],
  ];
  it.each(cases)('%s', async (_name, behaviour, error, requests) => {
    sandbox.always('/image', behaviour);
    expect(await failure()).toMatchObject(error);
    expect(sandbox.requests('/image')).toHaveLength(requests);
  });

  it.each([
    ['429', 'limit'],
    ['503', 'busy'],
  ])('%s that asks to wait is everyone’s pause', async (status, reason) => {
    sandbox.always('/image', { status: Number(status), headers: { 'retry-after': '60' } });
    const stop = new AbortController();
    const onPaused = vi.fn();
    const { check } = await mediaSender(service(), 'image');
    const end = check(tinyJpeg(), { signal: stop.signal, job: { ...OPTIONS.job, onPaused } }).catch(() => 'stopped');
    await expect.poll(() => onPaused.mock.calls).toEqual([[{ until: expect.any(Number), reason }]]);
    stop.abort();
    expect(await end).toBe('stopped');
    expect(sandbox.requests('/image')).toHaveLength(1);
  });

  it('goes on after one fault of the service', async () => {
    sandbox.next('/image', { status: 503 }, { reset: 'before-headers' });
    expect(await checkImage()).toMatchObject({ isAi: false });
    expect(sandbox.requests('/image')).toHaveLength(3);
  });
});

describe('what is on its way', () => {
  /** Begins a check that the service does not answer before it is let go. */
  async function begin(signedIn: Service) {
    const held = sandbox.hold('/image');
    const end = checkImage(signedIn).catch((error: unknown) => error);
    await held.arrived;
    return { end, release: held.release };
  }

  beforeEach(async () => {
    await accountOnDiskItem.set(plain(oauth()));
  });

  it('is stopped when the user signs out, and no token is asked for any more', async () => {
    const signedIn = service();
    const { end } = await begin(signedIn);
    await signedIn.session.signOut();
    expect(await end).toMatchObject({ data: { code: 'not-signed-in' } });
    expect((await sandbox.waitForRequest('/image', 1, 'ended')).outcome).toBe('aborted');
    expect(sandbox.requests('/v1/oauth/token')).toHaveLength(1);
    await expect(checkImage(signedIn)).rejects.toMatchObject({ data: { code: 'not-signed-in' } });
  });

  it.each([
    ['in the form', ({ session: signedIn }: Service) => signedIn.save(apiKey(), REMEMBERED, true)],
    [
      'by an administrator',
      ({ session: signedIn }: Service) => {
        policy = { apiKey: SANDBOX_API_KEY, serviceAddress: sandbox.origin } as AccountPolicy;
        return signedIn.forgetOthers();
      },
    ],
  ])('goes with the new account when that is changed %s', async (_where, change) => {
    const signedIn = service();
    const { end } = await begin(signedIn);
    await change(signedIn);
    expect(await end).toMatchObject({ isAi: false });
    await expect.poll(() => sandbox.requests('/image')[0]?.outcome).toBe('aborted');
    const [, second, ...others] = sandbox.requests('/image');
    expect(second?.headers.authorization).toBe(`Bearer ${SANDBOX_API_KEY}`);
    expect(others).toEqual([]);
  });

  it('goes on when the same account is saved again', async () => {
    const signedIn = service();
    const { end, release } = await begin(signedIn);
    await signedIn.session.save(oauth(), REMEMBERED, true);
    release();
    expect(await end).toMatchObject({ isAi: false });
    expect(sandbox.requests('/image')).toHaveLength(1);
  });

  it('is not begun by what was looked up before the user signed out', async () => {
    const read = Promise.withResolvers<AccountPolicy>();
    policyReads.push(read.promise);
    const signedIn = service();
    const end = checkImage(signedIn).catch((error: unknown) => error);
    await signedIn.session.signOut();
    read.resolve(policy);
    expect(await end).toMatchObject({ data: { code: 'not-signed-in' } });
    expect(sandbox.requests()).toEqual([]);
  });
});

it('sends the raw bytes under their type', async () => {
  await accountOnDiskItem.set(plain(apiKey()));
  await checkImage();
  const [request] = sandbox.requests('/image');
  expect(request?.headers['content-type']).toBe('image/jpeg');
  expect(request?.body).toEqual(Buffer.from(await tinyJpeg().arrayBuffer()));
});

describe('what the service gives back', () => {
  it('never shows the access token it was sent', async () => {
    await accountOnDiskItem.set(plain(oauth()));
    await checkImage();
    const used = (await token())?.value ?? '';
    sandbox.always('/image', { status: 400, body: { detail: `cannot read image for ${used}` } });
    expect(await failure()).toEqual({ code: 'input-refused' });
    expect(used).not.toBe('');
  });

  it('is taken as it is where parts of /status are missing', async () => {
    sandbox.always('/status', { body: { client: { name: 'Desk' }, status: null, features: 7 } });
    expect(await save(apiKey())).toEqual({ state: 'connected', facts: { name: 'Desk' } });
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

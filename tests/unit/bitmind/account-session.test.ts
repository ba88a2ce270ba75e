import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AccessToken } from '../../../src/bitmind/access-token.ts';
import { type AccountSession, createAccountSession } from '../../../src/bitmind/account-session.ts';
import type { Account } from '../../../src/bitmind/credential.ts';
import { createTransport } from '../../../src/bitmind/transport.ts';
import { isAppError } from '../../../src/errors/app-error.ts';
import type { ErrorData } from '../../../src/errors/error-data.ts';
import { sha256 } from '../../../src/media/sha256.ts';
import type { Behaviour } from '../../sandbox/behaviour.ts';
import { createSandbox, type Sandbox } from '../../sandbox/create-sandbox.ts';
import {
  SANDBOX_API_KEY,
  SANDBOX_CLIENT_ID,
  SANDBOX_CLIENT_SECRET,
  STANDARD_API_KEY,
} from '../../sandbox/sandbox-credentials.ts';
import { tinyJpeg } from '../tiny-images.ts';

let sandbox: Sandbox;
let stored: { account?: Account | undefined; token?: AccessToken | undefined };

beforeEach(async () => {
  sandbox = await createSandbox();
  stored = {};
});
afterEach(() => sandbox.close());

/** A session as a background builds it; a second one is what a restarted background has. */
function session(): AccountSession {
  return createAccountSession({
    accounts: storeFor('account'),
    tokens: storeFor('token'),
    transport: createTransport(fetch, Date.now),
    clock: Date.now,
    digest: (text) => sha256(new Blob([text])),
  });
}

function storeFor<Key extends keyof typeof stored>(key: Key) {
  return {
    get: async () => stored[key],
    set: async (value: (typeof stored)[Key]) => {
      stored[key] = value;
    },
    remove: async () => {
      stored[key] = undefined;
    },
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

async function checkImage(using = session()) {
  return (await using.client()).checkImage(tinyJpeg());
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
    ['an API key', () => apiKey()],
    ['an OAuth client', () => oauth()],
  ])('with %s is tested by GET /status and saved', async (_name, account) => {
    expect(await session().save(account())).toMatchObject({ state: 'connected', name: 'Sandbox' });
    expect(stored.account).toEqual(account());
    expect(sandbox.requests('/status')).toHaveLength(1);
  });

  it.each([
    ['a wrong API key', () => apiKey('enterprise-wrong'), 'sign-in-refused', 'api-key'],
    ['a wrong secret', () => oauth('wrong'), 'sign-in-refused', 'client'],
    ['a standard key', () => apiKey(STANDARD_API_KEY), 'standard-api-key', undefined],
  ])('with %s says which field to look at, and saves nothing', async (_name, account, code, field) => {
    stored.account = apiKey();
    const view = await session().save(account());
    expect(view).toMatchObject({ state: 'refused', error: { code, ...(field && { field }) } });
    expect(stored.account).toEqual(apiKey());
  });

  it('with a standard key sends nothing', async () => {
    await session().save(apiKey(STANDARD_API_KEY));
    expect(sandbox.requests()).toHaveLength(0);
  });

  it('takes the saved secret where the field was left empty', async () => {
    stored.account = oauth();
    expect(await session().save(oauth(''))).toMatchObject({ state: 'connected' });
    expect(stored.account).toEqual(oauth());
  });

  it('is out when the credential was removed', async () => {
    await session().save(oauth());
    const signedIn = session();
    await signedIn.signOut();
    expect(stored).toEqual({ account: undefined, token: undefined });
    expect(await signedIn.view(false)).toEqual({ state: 'signed-out' });
    await expect(signedIn.client()).rejects.toMatchObject({ data: { code: 'not-signed-in' } });
  });
});

describe('the account line', () => {
  it('asks the service once a minute at most', async () => {
    stored.account = apiKey();
    const line = session();
    await line.view(false);
    await line.view(false);
    expect(sandbox.requests('/status')).toHaveLength(1);
    await line.view(true);
    expect(sandbox.requests('/status')).toHaveLength(2);
  });
});

describe('a token', () => {
  beforeEach(() => {
    stored.account = oauth();
  });

  it('is asked for once for 20 checks at a time, and survives the background', async () => {
    const first = session();
    await Promise.all(Array.from({ length: 20 }, () => checkImage(first)));
    await checkImage(session());
    expect(sandbox.requests('/v1/oauth/token')).toHaveLength(1);
    expect(sandbox.requests('/image')).toHaveLength(21);
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
    expect(await failure()).toMatchObject({ code: 'sign-in-refused', field: 'client' });
    expect(sandbox.requests('/image')).toHaveLength(2);
    expect(sandbox.requests('/v1/oauth/token')).toHaveLength(2);
  });
});

describe('an answer that is no verdict', () => {
  beforeEach(() => {
    stored.account = apiKey();
  });

  const cases: readonly (readonly [string, Behaviour, Partial<ErrorData>, number])[] = [
    [
      '400',
      { status: 400, body: { detail: 'image too small' } },
      { code: 'input-refused', detail: 'image too small' },
      1,
    ],
    ['401 for a key', { status: 401 }, { code: 'sign-in-refused', field: 'api-key' }, 1],
    ['403', { status: 403 }, { code: 'not-permitted' }, 1],
    ['404', { status: 404 }, { code: 'service-failed', status: 404 }, 1],
    ['413', { status: 413 }, { code: 'size-refused' }, 1],
    ['415', { status: 415 }, { code: 'format-refused', format: 'image/jpeg' }, 1],
    ['422', { status: 422 }, { code: 'format-refused', format: 'image/jpeg' }, 1],
    ['429', { status: 429, headers: { 'retry-after': '7' } }, { code: 'rate-limited' }, 1],
    ['500 at each attempt', { status: 500 }, { code: 'service-failed', status: 500 }, 4],
    ['502 with HTML', { status: 502, body: '<html>Bad gateway' }, { code: 'service-failed', status: 502 }, 4],
    ['503 that asks for a long wait', { status: 503, headers: { 'retry-after': '60' } }, { code: 'service-failed' }, 1],
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

  it('goes on after one fault of the service', async () => {
    sandbox.next('/image', { status: 503 }, { reset: 'before-headers' });
    expect(await checkImage()).toMatchObject({ isAi: false });
    expect(sandbox.requests('/image')).toHaveLength(3);
  });
});

it('sends the raw bytes under their type', async () => {
  stored.account = apiKey();
  await checkImage();
  const [request] = sandbox.requests('/image');
  expect(request?.headers['content-type']).toBe('image/jpeg');
  expect(request?.body).toEqual(Buffer.from(await tinyJpeg().arrayBuffer()));
});

describe('what the service gives back', () => {
  it('never shows the access token it was sent', async () => {
    stored.account = oauth();
    await checkImage();
    const token = stored.token?.value ?? '';
    sandbox.always('/image', { status: 400, body: { detail: `cannot read image for ${token}` } });
    expect(await failure()).toEqual({ code: 'input-refused' });
    expect(token).not.toBe('');
  });

  it('is taken as it is where parts of /status are missing', async () => {
    sandbox.always('/status', { body: { client: { name: 'Desk' }, status: null, features: 7 } });
    expect(await session().save(apiKey())).toEqual({ state: 'connected', name: 'Desk' });
  });

  it('is no status when it is something else altogether', async () => {
    sandbox.always('/status', { body: { hello: 'world' } });
    expect(await session().save(apiKey())).toMatchObject({ error: { code: 'unreadable-answer' } });
  });
});

it('a saved secret is not sent to another address', async () => {
  stored.account = oauth();
  const other = await createSandbox();
  await session().save({ ...oauth(''), serviceAddress: other.origin });
  const bodies = other.requests().map(({ body }) => body?.toString() ?? '');
  expect(bodies.join()).not.toContain(SANDBOX_CLIENT_SECRET);
  expect(stored.account).toEqual(oauth());
  await other.close();
});

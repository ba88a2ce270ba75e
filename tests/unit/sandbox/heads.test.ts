import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '../../sandbox/account.ts';
import { createSandbox, type Sandbox } from '../../sandbox/create-sandbox.ts';
import { DEFAULT_ACCOUNTS } from '../../sandbox/default-accounts.ts';
import { ENDPOINTS } from '../../sandbox/endpoint.ts';
import { STANDARD_API_KEY } from '../../sandbox/sandbox-credentials.ts';
import { CERTIFICATE_FORM, CERTIFICATE_HEADER, call, fileForm, signIn, WITH_API_KEY } from './sandbox-client.ts';
import { TINY_MEDIA } from './tiny-media.ts';

const NO_VIDEO_KEY = 'enterprise-no-video';
const NO_BATCH_KEY = 'enterprise-no-batch';
const NOTHING_KEY = 'enterprise-nothing';

let sandbox: Sandbox;
let clock = Date.now();

beforeAll(async () => {
  sandbox = await createSandbox({
    now: () => clock,
    accounts: [
      ...DEFAULT_ACCOUNTS,
      createAccount({ kind: 'api-key', apiKey: NO_VIDEO_KEY }, ['image_inference', 'batch_processing']),
      createAccount({ kind: 'api-key', apiKey: NO_BATCH_KEY }, ['image_inference', 'video_inference']),
      createAccount({ kind: 'api-key', apiKey: NOTHING_KEY }, []),
    ],
  });
});
afterAll(() => sandbox.close());

describe('a request is refused from its head when', () => {
  it.each(['/', '/image/', '/Image', '/v1/image', '/v1/oauth/token/', '/batch'])('its path is %s', async (path) => {
    expect(await call(sandbox.origin, path, { headers: WITH_API_KEY })).toMatchObject({
      status: 404,
      body: { detail: 'Not Found' },
    });
  });

  const wrongMethods = Object.entries(ENDPOINTS).flatMap(([path, { method }]) =>
    ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'HEAD']
      .filter((wrong) => wrong !== method)
      .map((wrong) => [wrong, path, method] as const),
  );
  it.each(wrongMethods)('it is %s %s', async (wrong, path, allowed) => {
    const answer = await call(sandbox.origin, path, { method: wrong, headers: WITH_API_KEY });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe(allowed);
  });

  it.each(['/status?access_token=x', '/health?api_key=enterprise-sandbox-key', '/image?x=1'])(
    'it has a query string: %s',
    async (target) => {
      const method = target.startsWith('/image') ? 'POST' : 'GET';
      const answer = await call(sandbox.origin, target, { method, headers: WITH_API_KEY });
      expect(answer.status).toBe(400);
      expect(JSON.stringify(answer.body)).not.toContain('enterprise-');
    },
  );

  it('its body is compressed', async () => {
    const headers = { ...WITH_API_KEY, 'content-type': 'image/png', 'content-encoding': 'gzip' };
    const answer = await call(sandbox.origin, '/image', { method: 'POST', headers, body: TINY_MEDIA.png });
    expect(answer.status).toBe(415);
  });
});

describe('a credential is refused with 401 when', () => {
  const jwtShaped = 'eyJhbGciOiJSUzI1NiJ9.eyJqdGkiOiJ4In0.c2lnbmF0dXJl';
  it.each([
    ['it is missing', undefined, 'missing'],
    ['it is not a bearer', 'Basic dXNlcjpwYXNz', 'Bearer'],
    ['the word Bearer is missing', 'enterprise-sandbox-key', 'Bearer'],
    ['it is a key of the standard API', `Bearer ${STANDARD_API_KEY}`, 'enterprise-'],
    ['the enterprise key is not known', 'Bearer enterprise-other', 'not known'],
    ['the token was never issued', `Bearer ${jwtShaped}`, 'not valid'],
    ['the key is cut short', 'Bearer enterprise-', 'not known'],
  ])('%s', async (_name, authorization, word) => {
    const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
    const answer = await call(sandbox.origin, '/status', { headers });
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({ detail: expect.stringContaining(word) });
    expect(JSON.stringify(answer.body)).not.toContain(STANDARD_API_KEY);
  });

  it('the token has expired: good for an hour, and not a moment longer', async () => {
    const authorization = `Bearer ${await signIn(sandbox.origin)}`;
    clock += 3_599_999;
    expect((await call(sandbox.origin, '/status', { headers: { authorization } })).status).toBe(200);
    clock += 1;
    expect(await call(sandbox.origin, '/status', { headers: { authorization } })).toMatchObject({
      status: 401,
      body: { detail: 'The access token has expired.' },
    });
  });

  it('the token has been revoked', async () => {
    const authorization = `Bearer ${await signIn(sandbox.origin)}`;
    sandbox.revokeTokens();
    expect((await call(sandbox.origin, '/status', { headers: { authorization } })).status).toBe(401);
  });
});

describe('an account is refused with 403 when', () => {
  it.each([
    ['/video', NO_VIDEO_KEY, 'video', 'video/mp4', TINY_MEDIA.mp4, 'video_inference'],
    ['/batch_video', NO_VIDEO_KEY, 'videos', 'video/mp4', TINY_MEDIA.mp4, 'video_inference'],
    ['/batch_image', NO_BATCH_KEY, 'images', 'image/png', TINY_MEDIA.png, 'batch_processing'],
    ['/batch_video', NO_BATCH_KEY, 'videos', 'video/mp4', TINY_MEDIA.mp4, 'batch_processing'],
    ['/image', NOTHING_KEY, 'image', 'image/png', TINY_MEDIA.png, 'image_inference'],
  ])('it calls %s with the key %s', async (path, key, field, type, bytes, permission) => {
    const headers = { authorization: `Bearer ${key}` };
    const body = fileForm([field, type, bytes]);
    expect(await call(sandbox.origin, path, { method: 'POST', headers, body })).toMatchObject({
      status: 403,
      body: { detail: expect.stringContaining(permission) },
    });
  });

  it.each([
    ['the certificate is missing', undefined, 'missing'],
    ['the certificate is PEM, not base64 of PEM', 'MIIB-----', 'not base64'],
    ['the certificate is base64 of something else', Buffer.from('hello').toString('base64'), 'PEM'],
    ['the base64 is broken into lines', `${CERTIFICATE_HEADER.slice(0, 64)} ${CERTIFICATE_HEADER.slice(64)}`, 'base64'],
    ['a private key comes with it', Buffer.from('-----BEGIN PRIVATE KEY-----').toString('base64'), 'private key'],
    ['it is a certificate nobody can read', base64('-----BEGIN CERTIFICATE-----\nAAAA\n'), 'bound to'],
  ])('%s', async (_name, certificate, word) => {
    const token = await signIn(sandbox.origin, CERTIFICATE_FORM, { 'x-client-cert': CERTIFICATE_HEADER });
    const headers: Record<string, string> = { authorization: `Bearer ${token}` };
    if (certificate !== undefined) {
      headers['x-client-cert'] = certificate;
    }
    expect(await call(sandbox.origin, '/status', { headers })).toMatchObject({
      status: 403,
      body: { detail: expect.stringContaining(word) },
    });
  });
});

describe('what is let through', () => {
  it('health, to anybody, with the documented fields', async () => {
    const answer = await call(sandbox.origin, '/health');
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      status: 'healthy',
      service: expect.any(String),
      region: expect.any(String),
      privacy: 'zero-data-retention',
      authentication: 'enterprise-only',
      auth_methods: expect.any(Array),
      timestamp: clock / 1000,
    });
  });

  it('status, with what the account may do', async () => {
    const headers = { authorization: `Bearer ${NO_VIDEO_KEY}` };
    expect((await call(sandbox.origin, '/status', { headers })).body).toEqual({
      status: 'operational',
      service: expect.any(String),
      region: expect.any(String),
      client: { name: 'Sandbox', tier: 'enterprise', permissions: ['image_inference', 'batch_processing'] },
      features: { image_inference: true, video_inference: false, batch_processing: true, zero_data_retention: true },
      endpoints: { image: '/image', video: '/video', batch_image: '/batch_image', batch_video: '/batch_video' },
      timestamp: clock / 1000,
    });
  });

  it('a call with a token and its certificate', async () => {
    const certificate = { 'x-client-cert': CERTIFICATE_HEADER };
    const token = await signIn(sandbox.origin, CERTIFICATE_FORM, certificate);
    const headers = { authorization: `Bearer ${token}`, ...certificate };
    expect((await call(sandbox.origin, '/status', { headers })).status).toBe(200);
  });

  it('never with a CORS header', async () => {
    for (const path of ['/health', '/status', '/nowhere']) {
      const { headers } = await call(sandbox.origin, path, { headers: { ...WITH_API_KEY, origin: 'https://a.test' } });
      expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
  });
});

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

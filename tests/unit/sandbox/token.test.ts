import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../../sandbox/create-sandbox.ts';
import { CERTIFICATE_FORM, CERTIFICATE_HEADER, call, type ReadAnswer, SECRET_FORM } from './sandbox-client.ts';

const FORM_TYPE = 'application/x-www-form-urlencoded';
const CERTIFICATE = { 'x-client-cert': CERTIFICATE_HEADER };

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ tokenLifetimeSeconds: 90 });
});
afterAll(() => sandbox.close());

function ask(form: Record<string, string> | string, headers: Record<string, string> = {}): Promise<ReadAnswer> {
  const body = new URLSearchParams(form).toString();
  return call(sandbox.origin, '/v1/oauth/token', {
    method: 'POST',
    headers: { 'content-type': FORM_TYPE, ...headers },
    body,
  });
}

describe('a token is given', () => {
  it.each([
    ['for a secret', SECRET_FORM, {}],
    ['for a certificate', CERTIFICATE_FORM, CERTIFICATE],
    ['with the charset fetch adds', SECRET_FORM, { 'content-type': `${FORM_TYPE};charset=UTF-8` }],
  ])('%s, JWT-shaped, with exactly the documented fields', async (_name, form, headers) => {
    const answer = await ask(form, headers);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      access_token: expect.stringMatching(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/),
      token_type: 'Bearer',
      expires_in: 90,
    });
  });
});

describe('a token is refused when', () => {
  const { client_id, client_secret, grant_type } = SECRET_FORM;
  it.each([
    ['grant_type is missing', { client_id, client_secret }, {}, 400, 'invalid_request'],
    ['grant_type is another', { ...SECRET_FORM, grant_type: 'password' }, {}, 400, 'unsupported_grant_type'],
    ['client_id is missing', { grant_type, client_secret }, {}, 400, 'invalid_request'],
    ['client_secret is missing', { grant_type, client_id }, {}, 400, 'invalid_request'],
    ['client_secret is empty', { ...SECRET_FORM, client_secret: '' }, {}, 400, 'invalid_request'],
    ['client_secret is wrong', { ...SECRET_FORM, client_secret: 'wrong' }, {}, 401, 'invalid_client'],
    ['the client is not known', { ...SECRET_FORM, client_id: 'other' }, {}, 401, 'invalid_client'],
    ['there is a scope', { ...SECRET_FORM, scope: 'all' }, {}, 400, 'invalid_request'],
    ['a parameter comes twice', `${new URLSearchParams(SECRET_FORM)}&client_id=x`, {}, 400, 'invalid_request'],
    ['the body is empty', '', {}, 400, 'invalid_request'],
    ['secret and certificate come together', SECRET_FORM, CERTIFICATE, 400, 'invalid_request'],
    ['a certificate comes for a client without one', { grant_type, client_id }, CERTIFICATE, 401, 'invalid_client'],
    ['the certificate is missing', CERTIFICATE_FORM, {}, 403, 'invalid_client'],
    ['a secret comes instead of the certificate', { ...CERTIFICATE_FORM, client_secret }, {}, 403, 'invalid_client'],
    ['the certificate is not base64', CERTIFICATE_FORM, { 'x-client-cert': '-----BEGIN' }, 403, 'invalid_client'],
    ['the type is JSON', SECRET_FORM, { 'content-type': 'application/json' }, 400, 'invalid_request'],
    ['the type is multipart', SECRET_FORM, { 'content-type': 'multipart/form-data' }, 400, 'invalid_request'],
    ['the type has another charset', SECRET_FORM, { 'content-type': `${FORM_TYPE};charset=x` }, 400, 'invalid_request'],
  ])('%s', async (_name, form, headers, status, error) => {
    const answer = await ask(form, headers);
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({ error, error_description: expect.any(String) });
    expect(JSON.stringify(answer.body)).not.toContain(client_secret);
  });

  it('the request is no reasonable size', async () => {
    expect((await ask({ ...SECRET_FORM, client_secret: 'x'.repeat(20_000) })).status).toBe(413);
  });
});

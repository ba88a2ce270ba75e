import type { Account, AccountCredential } from './account.ts';
import type { Call } from './call.ts';
import { certificateHeader, checkCertificate } from './client-certificate.ts';
import { parseContentType } from './content-type.ts';
import { receiveWholeBody } from './receive-body.ts';
import { refuseToken } from './refusal.ts';

const MAX_TOKEN_REQUEST_BYTES = 16_384;
const PARAMETERS = ['grant_type', 'client_id', 'client_secret'];

/** POST /v1/oauth/token: client credentials (RFC 6749, section 4.4), by secret or by certificate, never by both. */
export async function answerToken(call: Call): Promise<unknown> {
  refuseOtherThanForm(call);
  const body = await receiveWholeBody(call, { bytes: MAX_TOKEN_REQUEST_BYTES, subject: 'A token request' });
  const form = readForm(body.toString('utf8'));
  if (form.get('grant_type') !== 'client_credentials') {
    refuseToken(400, 'unsupported_grant_type', 'grant_type must be client_credentials.');
  }
  const account = accountOfClient(call.service.accounts, form.get('client_id'));
  proveClient(account.credential, form.get('client_secret'), certificateHeader(call.request.headers));
  const { tokens } = call.service;
  return { access_token: tokens.issue(account), token_type: 'Bearer', expires_in: tokens.lifetimeSeconds };
}

/** Refuses other content types. `charset=UTF-8`, which `fetch` adds by itself, is the one parameter let through. */
function refuseOtherThanForm({ request }: Call): void {
  const type = parseContentType(request.headers['content-type']);
  if (type?.essence !== 'application/x-www-form-urlencoded') {
    refuseToken(400, 'invalid_request', 'Content-Type must be application/x-www-form-urlencoded.');
  }
  for (const [name, value] of type.parameters) {
    if (name !== 'charset' || value.toLowerCase() !== 'utf-8') {
      refuseToken(400, 'invalid_request', `The Content-Type parameter ${name} is not taken.`);
    }
  }
}

function readForm(body: string): ReadonlyMap<string, string> {
  const form = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(body)) {
    if (!PARAMETERS.includes(name)) {
      refuseToken(400, 'invalid_request', `The parameter "${name}" is not known.`);
    }
    if (form.has(name)) {
      refuseToken(400, 'invalid_request', `${name} is there twice.`);
    }
    form.set(name, value);
  }
  for (const name of ['grant_type', 'client_id']) {
    if (!form.get(name)) {
      refuseToken(400, 'invalid_request', `${name} is missing.`);
    }
  }
  return form;
}

function accountOfClient(accounts: readonly Account[], clientId: string | undefined): Account {
  return (
    accounts.find(({ credential }) => credential.kind !== 'api-key' && credential.clientId === clientId) ??
    refuseToken(401, 'invalid_client', 'The client is not known.')
  );
}

function proveClient(credential: AccountCredential, secret: string | undefined, certificate: string | undefined): void {
  if (secret !== undefined && certificate !== undefined) {
    refuseToken(400, 'invalid_request', 'A certificate replaces client_secret: send one, not both.');
  }
  if (credential.kind === 'certificate') {
    const check = checkCertificate(certificate, credential.certificatePem);
    if (!check.ok) {
      refuseToken(403, 'invalid_client', check.why);
    }
    return;
  }
  if (certificate === undefined && !secret) {
    refuseToken(400, 'invalid_request', 'client_secret is missing.');
  }
  if (credential.kind !== 'oauth' || credential.clientSecret !== secret) {
    refuseToken(401, 'invalid_client', 'The client could not be authenticated.');
  }
}

import type { IncomingHttpHeaders } from 'node:http';
import type { Account } from './account.ts';
import { certificateHeader, checkCertificate } from './client-certificate.ts';
import { refuse } from './refusal.ts';
import type { TokenStore } from './token-store.ts';

const API_KEY_PREFIX = 'enterprise-';
const BEARER = /^Bearer (\S+)$/;
const JWT_SHAPE = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** The account a call is made for. Refuses with 401 for the credential, with 403 for a certificate that must be there. */
export function authenticate(headers: IncomingHttpHeaders, accounts: readonly Account[], tokens: TokenStore): Account {
  if (headers.authorization === undefined) {
    refuse(401, 'The Authorization header is missing.');
  }
  const bearer = headers.authorization.match(BEARER)?.[1];
  if (bearer === undefined) {
    refuse(401, 'The Authorization header is not of the form "Bearer <credential>".');
  }
  const account = bearer.startsWith(API_KEY_PREFIX) ? accountOfKey(bearer, accounts) : accountOfToken(bearer, tokens);
  if (account.credential.kind === 'certificate') {
    const check = checkCertificate(certificateHeader(headers), account.credential.certificatePem);
    if (!check.ok) {
      refuse(403, check.why);
    }
  }
  return account;
}

function accountOfKey(apiKey: string, accounts: readonly Account[]): Account {
  return (
    accounts.find(({ credential }) => credential.kind === 'api-key' && credential.apiKey === apiKey) ??
    refuse(401, 'The API key is not known.')
  );
}

function accountOfToken(bearer: string, tokens: TokenStore): Account {
  const state = tokens.look(bearer);
  switch (state.kind) {
    case 'good':
      return state.account;
    case 'expired':
      return refuse(401, 'The access token has expired.');
    case 'unknown':
      return JWT_SHAPE.test(bearer)
        ? refuse(401, 'The access token is not valid.')
        : refuse(401, 'The key is not an enterprise key, which starts with "enterprise-".');
  }
}

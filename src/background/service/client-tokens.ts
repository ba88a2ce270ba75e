import { AppError } from '../../core/errors/app-error.ts';
import { clientCertificateHeader } from '../../core/service/certificate-pem.ts';
import type { Account, Credential } from '../../core/service/credential.ts';
import { createTokenSource, type TokenSource, type TokenStore } from './access-token.ts';
import { type GrantedToken, parseToken } from './answers.ts';
import { jsonOf, ofBitmind } from './read-answer.ts';
import { serviceError } from './service-error.ts';
import type { Transport } from './transport.ts';

/** What a client needs from its surroundings. */
export interface ClientParts {
  readonly account: Account;
  readonly transport: Transport;
  readonly tokens: TokenStore;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  /** A digest of the account, to bind its tokens to it. */
  readonly accountDigest: string;
}

/** Where a client's access tokens come from: granted by the service; with an API key, the key itself. */
export function tokenSourceFor({ account, transport, tokens, clock, accountDigest }: ClientParts): TokenSource {
  const { credential, serviceAddress } = account;
  if (credential.method === 'api-key') {
    const { apiKey } = credential;
    const key = async () => apiKey;
    return { current: key, renewed: key, drop: async () => undefined };
  }
  const body = tokenRequest(credential);
  async function grant(): Promise<GrantedToken> {
    const answer = await transport({
      method: 'post',
      url: `${serviceAddress}/v1/oauth/token`,
      headers: { ...headersFor(credential), 'content-type': 'application/x-www-form-urlencoded' },
      body,
    });
    // Here a 400 is about the client too: nothing else is sent.
    if (answer.status === 400) throw new AppError(serviceError({ ...answer, status: 401 }, { account }, clock()));
    if (answer.status !== 200) throw new AppError(serviceError(answer, { account }, clock()));
    return ofBitmind(parseToken(jsonOf(answer)));
  }
  return createTokenSource({ store: tokens, clock, grant, grantedTo: accountDigest });
}

/** What goes with the token call and with every other one. */
export function headersFor(credential: Credential): Record<string, string> {
  const accept = { accept: 'application/json' };
  return credential.method === 'oauth-certificate'
    ? { ...accept, 'x-client-cert': clientCertificateHeader(credential.certificatePem) }
    : accept;
}

function tokenRequest(credential: Exclude<Credential, { method: 'api-key' }>): URLSearchParams {
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: credential.clientId });
  // A certificate replaces the secret.
  if (credential.method === 'oauth-client') form.set('client_secret', credential.clientSecret);
  return form;
}

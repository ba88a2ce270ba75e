import { AppError } from '../../core/errors/app-error.ts';
import type { Account, Credential } from '../../core/service/credential.ts';
import { type CredentialText, isEnterpriseKey, pastedProblem } from '../../core/service/pasted-credential.ts';
import type { TokenStore } from '../store/access-token-item.ts';
import { createTokenSource, fixedToken } from './access-token.ts';
import {
  type GrantedToken,
  parseHealth,
  parseStatus,
  parseToken,
  type ServiceHealth,
  type ServiceStatus,
} from './answers.ts';
import { clientCertificateHeader, type SentMedia, secretsOf, serviceError } from './service-error.ts';
import { askService, type Network, type RequestHeaders, type ServiceAnswer } from './transport.ts';

/** The Enterprise API for one account. */
export type ServiceClient = ReturnType<typeof createServiceClient>;

/** Whose client it is. */
export interface ClientAccount {
  readonly account: Account;
  /** Binds its tokens to the account. */
  readonly digest: string;
  readonly tokens: TokenStore;
  /** Aborted when the account is not in use any more: what is on its way with it is stopped, and nothing more is sent. */
  readonly ended: AbortSignal;
}

/**
 * A client for one account. Throws `unusable-credential` for one that holds what cannot belong to it, and `standard-api-key`
 * for a key that this API does not know: neither is sent anywhere.
 */
export function createServiceClient({ account, digest, tokens, ended }: ClientAccount, network: Network) {
  const { credential, serviceAddress } = account;
  const { clock } = network;
  const unusable = unusableText(credential);
  if (unusable) throw new AppError({ code: 'unusable-credential', field: unusable });
  if (credential.method === 'api-key' && !isEnterpriseKey(credential.apiKey)) {
    throw new AppError({ code: 'standard-api-key' });
  }
  const source =
    credential.method === 'api-key'
      ? fixedToken(credential.apiKey)
      : createTokenSource(tokens, digest, clock, () => grant(credential));

  async function grant(granted: OauthCredential): Promise<GrantedToken> {
    const answer = await askService(network, {
      method: 'POST',
      url: `${serviceAddress}/v1/oauth/token`,
      headers: { ...headersFor(granted), 'content-type': 'application/x-www-form-urlencoded' },
      body: tokenRequest(granted),
      signal: ended,
    });
    // Here a 400 is about the client too: nothing else is sent.
    if (answer.status === 400) throw errorFor({ ...answer, status: 401 });
    if (answer.status !== 200) throw errorFor(answer);
    return ofBitmind(parseToken(jsonOf(answer)));
  }

  /** The error that an answer other than 200 stands for; never with the credential or `token` in its words. */
  function errorFor(answer: ServiceAnswer, token?: string, sent?: SentMedia): AppError {
    return new AppError(serviceError(answer, account, secretsOf(account, token), sent, clock()));
  }

  return {
    /** The host of the service, as people are told it. */
    host: new URL(serviceAddress).host,
    digest,
    ended,
    errorFor,
    /** What must never be shown when the service gives it back, `token` among it. */
    secrets: (token: string | undefined) => secretsOf(account, token),
    /** The token that may have gone out with what an earlier background sent: none is asked for. */
    sentToken: async () => (await tokens.get())?.value,
    urlOf: (path: string) => serviceAddress + path,
    /** Makes the headers of one request. Call it when the request goes out: a token lives for an hour. */
    async authorise(): Promise<{ readonly headers: RequestHeaders; readonly token: string }> {
      const token = await source.current();
      return { headers: { ...headersFor(credential), authorization: `Bearer ${token}` }, token };
    },
    /** After a 401: true where another token is there now, with which the request is made again. `isLast`: it was. */
    async renewed(refused: string, isLast: boolean): Promise<boolean> {
      if (isLast) await source.drop(refused);
      return !isLast && (await source.renewed(refused)) !== undefined;
    },
    /** GET /health, without the credential. Throws `not-bitmind` when another service answers. */
    async health(): Promise<ServiceHealth> {
      const headers = { accept: 'application/json' };
      const url = `${serviceAddress}/health`;
      const answer = await askService(network, { method: 'GET', url, headers, signal: ended, isBrief: true });
      if (answer.status !== 200) throw errorFor(answer);
      const health = ofBitmind(parseHealth(jsonOf(answer)));
      const date = Date.parse(answer.headers.get('date') ?? '');
      return health.serviceTime === undefined && !Number.isNaN(date) ? { serviceTime: date } : health;
    },
    /** GET /status. `isBrief`: one attempt, and not for long. */
    async status(isBrief: boolean): Promise<ServiceStatus> {
      for (let isLast = false; ; isLast = true) {
        const { headers, token } = await this.authorise();
        const url = `${serviceAddress}/status`;
        const answer = await askService(network, { method: 'GET', url, headers, signal: ended, isBrief });
        if (answer.status === 401 && (await this.renewed(token, isLast))) continue;
        if (answer.status !== 200) throw errorFor(answer, token);
        return ofBitmind(parseStatus(jsonOf(answer)));
      }
    },
  };
}

type OauthCredential = Exclude<Credential, { method: 'api-key' }>;

/** What goes with the token call and with every other one. */
function headersFor(credential: Credential): Record<string, string> {
  const accept = { accept: 'application/json' };
  return credential.method === 'oauth-certificate'
    ? { ...accept, 'x-client-cert': clientCertificateHeader(credential.certificatePem) }
    : accept;
}

function tokenRequest(credential: OauthCredential): URLSearchParams {
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: credential.clientId });
  // A certificate replaces the secret.
  if (credential.method === 'oauth-client') form.set('client_secret', credential.clientSecret);
  return form;
}

/** The JSON of an answer to a call without media. */
function jsonOf({ text }: ServiceAnswer): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError({ code: 'not-bitmind' }, { cause });
  }
}

/** What was parsed of an answer that every BitMind service can give; throws `not-bitmind` where that is nothing. */
function ofBitmind<T>(parsed: T | undefined): T {
  if (parsed === undefined) throw new AppError({ code: 'not-bitmind' });
  return parsed;
}

/** The part of a credential that cannot be sent as it is. */
function unusableText(credential: Credential): CredentialText | undefined {
  const texts: Partial<Record<CredentialText, string>> = credential;
  const names = ['apiKey', 'clientId', 'clientSecret'] as const;
  return names.find((name) => texts[name] !== undefined && pastedProblem(name, texts[name]));
}

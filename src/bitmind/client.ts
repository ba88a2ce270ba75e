import { AppError } from '../errors/app-error.ts';
import { createTokenSource, type TokenSource, type TokenStore } from './access-token.ts';
import { type GrantedToken, isHealthy, parseStatus, parseToken, parseVerdict, type ServiceStatus } from './answers.ts';
import { type Account, isEnterpriseKey } from './credential.ts';
import { type SentMedia, serviceError } from './service-error.ts';
import type { ServiceAnswer, ServiceRequest, Transport } from './transport.ts';
import type { Verdict } from './verdict.ts';

/** Largest image the service takes, in bytes (contract: 100 MB, read as 10⁶). */
export const IMAGE_LIMIT_BYTES = 100_000_000;

/** The image formats the service takes as they are, by MIME type. */
export const SERVICE_IMAGE_TYPES: readonly string[] = ['image/jpeg', 'image/png', 'image/webp'];

/** How one call may be watched and stopped. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Called when the request is on its way. */
  readonly onSent?: () => void;
}

/** The Enterprise API, for one account. */
export interface BitmindClient {
  /** GET /health, without the credential. */
  isHealthy(options?: CallOptions): Promise<boolean>;
  /** GET /status. */
  status(options?: CallOptions): Promise<ServiceStatus>;
  /** POST /image: the bytes as they are. `image.type` is its true MIME type. */
  checkImage(image: Blob, options?: CallOptions): Promise<Verdict>;
}

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

/** A client for one account. */
export function createBitmindClient(parts: ClientParts): BitmindClient {
  const { account, transport, clock } = parts;
  const { credential, serviceAddress } = account;
  const tokens = tokenSourceFor(parts);

  async function call(request: Omit<ServiceRequest, 'url' | 'headers'>, path: string, sent?: SentMedia) {
    const send = (token: string) => {
      const headers: Record<string, string> = { accept: 'application/json', authorization: `Bearer ${token}` };
      if (sent) headers['content-type'] = sent.type;
      return transport({ ...request, url: serviceAddress + path, headers });
    };
    let used = await tokens.current();
    let answer = await send(used);
    // A refused token is renewed once, and that call repeated once. A key is never renewed.
    if (answer.status === 401 && credential.method !== 'api-key') {
      used = await tokens.renewed(used);
      answer = await send(used);
    }
    if (answer.status !== 200) {
      throw new AppError(serviceError(answer, { account, token: used, ...(sent && { sent }) }, clock()));
    }
    return json(answer);
  }

  return {
    async isHealthy(options) {
      const answer = await transport({ method: 'get', url: `${serviceAddress}/health`, headers: {}, ...options });
      return answer.status === 200 && isHealthy(json(answer));
    },
    async status(options) {
      return known(parseStatus(await call({ method: 'get', ...options }, '/status')));
    },
    async checkImage(image, options) {
      const sent = { type: image.type, sizeBytes: image.size, limitBytes: IMAGE_LIMIT_BYTES };
      return known(parseVerdict(await call({ method: 'post', body: image, ...options }, '/image', sent)));
    },
  };
}

function tokenSourceFor({ account, transport, tokens, clock, accountDigest }: ClientParts): TokenSource {
  const { credential, serviceAddress } = account;
  if (credential.method === 'api-key') {
    const { apiKey } = credential;
    const key = async () => {
      if (!isEnterpriseKey(apiKey)) throw new AppError({ code: 'standard-api-key' });
      return apiKey;
    };
    return { current: key, renewed: key };
  }
  const { clientId, clientSecret } = credential;
  async function grant(): Promise<GrantedToken> {
    const answer = await transport({
      method: 'post',
      url: `${serviceAddress}/v1/oauth/token`,
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: clientSecret,
      }),
    });
    // Here a 400 is about the client too: nothing else is sent.
    if (answer.status === 400) throw new AppError(serviceError({ ...answer, status: 401 }, { account }, clock()));
    if (answer.status !== 200) throw new AppError(serviceError(answer, { account }, clock()));
    return known(parseToken(json(answer)));
  }
  return createTokenSource({ store: tokens, clock, grant, grantedTo: accountDigest });
}

function json({ text }: ServiceAnswer): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError({ code: 'unreadable-answer' }, { cause });
  }
}

/** What was parsed; an answer that holds nothing known is an error, never a guess. */
function known<T>(parsed: T | undefined): T {
  if (parsed === undefined) throw new AppError({ code: 'unreadable-answer' });
  return parsed;
}

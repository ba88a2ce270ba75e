import type { MediaKind } from '../../core/check/media-reference.ts';
import type { ErrorData } from '../../core/errors/error-data.ts';
import type { Account } from '../../core/service/credential.ts';
import { errorDetail } from './error-detail.ts';
import { retryAfterMs } from './retry-after.ts';
import { SEND_POLICY } from './send-policy.ts';
import type { ServiceAnswer } from './transport.ts';

/** What was sent, as far as an error's sentence needs it. */
export interface SentMedia {
  readonly kind: MediaKind;
  /** In a request that may hold several. */
  readonly isBatch: boolean;
  /** MIME type; of a batch all of its types. */
  readonly type: string;
  readonly sizeBytes: number;
  readonly limitBytes: number;
}

/**
 * The error an answer of a status other than 200 stands for (contract, section Errors). `secrets` are never quoted; `sent` is the
 * media it is about, if any was.
 */
export function serviceError(
  answer: ServiceAnswer,
  account: Account,
  secrets: readonly string[],
  sent: SentMedia | undefined,
  nowMs: number,
): ErrorData {
  const detail = errorDetail(answer.text, secrets);
  const withDetail = detail === undefined ? {} : { detail };
  const wait = retryAfterMs(answer.headers, nowMs);
  switch (answer.status) {
    case 400:
      return sent ? { code: 'input-refused', ...withDetail } : failed(answer, wait, nowMs);
    case 401:
      return { code: 'sign-in-refused', method: account.credential.method, ...withDetail };
    case 403:
      if (sent?.isBatch) return { code: 'not-enabled', permission: 'batch_processing', wasSent: true };
      // Video is a permission of its own: the account may well be fine (contract, section Errors).
      if (sent?.kind === 'video') return { code: 'not-enabled', permission: 'video_inference', wasSent: true };
      return { code: 'not-permitted', method: account.credential.method, ...withDetail };
    case 404:
    case 405:
      return sent ? failed(answer, wait, nowMs) : { code: 'not-bitmind' };
    case 413:
      if (!sent) return failed(answer, wait, nowMs);
      return sent.sizeBytes > sent.limitBytes
        ? { code: 'too-large', limitBytes: sent.limitBytes, sizeBytes: sent.sizeBytes }
        : { code: 'size-refused', sizeBytes: sent.sizeBytes, ...withDetail };
    case 415:
    case 422:
      return sent ? { code: 'format-refused', format: sent.type, ...withDetail } : failed(answer, wait, nowMs);
    case 429:
      return { code: 'rate-limited', retryAt: nowMs + (wait ?? SEND_POLICY.rateLimitWaitMs) };
    default:
      return failed(answer, wait, nowMs);
  }
}

function failed({ status }: ServiceAnswer, wait: number | undefined, nowMs: number): ErrorData {
  return { code: 'service-failed', status, ...(wait !== undefined && { retryAt: nowMs + wait }) };
}

/** Every secret of an account, and the token in use, so that none is shown when the service gives it back. */
export function secretsOf(account: Account, token?: string): string[] {
  return [...credentialSecrets(account), ...(token === undefined ? [] : [token])];
}

function credentialSecrets({ credential }: Account): string[] {
  switch (credential.method) {
    case 'api-key':
      return [credential.apiKey];
    case 'oauth-client':
      return [credential.clientSecret, credential.clientId];
    case 'oauth-certificate':
      return [
        clientCertificateHeader(credential.certificatePem),
        ...certificateLines(credential.certificatePem),
        credential.clientId,
      ];
  }
}

/** A service that gives a certificate back may do so in other line ends: each line of it tells. */
function certificateLines(pem: string): string[] {
  return pem.split('\n').filter((line) => line !== '' && !line.startsWith('-----'));
}

/** The value of `X-Client-Cert`: base64, on one line, of the PEM text (which is ASCII). */
export function clientCertificateHeader(pem: string): string {
  return btoa(pem);
}

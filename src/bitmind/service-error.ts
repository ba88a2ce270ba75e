import type { ErrorData } from '../errors/error-data.ts';
import type { Account } from './credential.ts';
import { errorDetail } from './error-detail.ts';
import { DEFAULT_RATE_LIMIT_WAIT_MS, retryAfterMs } from './retry-after.ts';
import type { ServiceAnswer } from './transport.ts';

/** What was sent, as far as an error's sentence needs it. */
export interface SentMedia {
  /** MIME type. */
  readonly type: string;
  readonly sizeBytes: number;
  readonly limitBytes: number;
}

/** The error an answer of a status other than 200 stands for (contract, section Errors). */
export function serviceError(answer: ServiceAnswer, account: Account, nowMs: number, sent?: SentMedia): ErrorData {
  const detail = errorDetail(answer.text, secretsOf(account));
  const withDetail = detail === undefined ? {} : { detail };
  const wait = retryAfterMs(answer.headers.get('retry-after'), nowMs);
  switch (answer.status) {
    case 400:
      return { code: 'input-refused', ...withDetail };
    case 401:
      return {
        code: 'sign-in-refused',
        field: account.credential.method === 'api-key' ? 'api-key' : 'client',
        ...withDetail,
      };
    case 403:
      return { code: 'not-permitted', ...withDetail };
    case 413:
      return sent
        ? { code: 'too-large', limitBytes: sent.limitBytes, sizeBytes: sent.sizeBytes }
        : { code: 'input-refused', ...withDetail };
    case 415:
    case 422:
      return sent
        ? { code: 'format-refused', format: sent.type, ...withDetail }
        : { code: 'input-refused', ...withDetail };
    case 429:
      return { code: 'rate-limited', retryAt: nowMs + (wait ?? DEFAULT_RATE_LIMIT_WAIT_MS) };
    default:
      return { code: 'service-failed', status: answer.status, ...(wait !== undefined && { retryAt: nowMs + wait }) };
  }
}

/** Every secret of an account, so that none is shown when the service gives it back. */
function secretsOf({ credential }: Account): string[] {
  return credential.method === 'api-key' ? [credential.apiKey] : [credential.clientSecret, credential.clientId];
}

import { isAppError } from '../../core/errors/app-error.ts';
import type { ErrorCode, ErrorData } from '../../core/errors/error-data.ts';

/** The service has refused what an earlier background sent, or failed: why. Nothing of it is on its way any more. */
export interface NotJudged {
  readonly notJudged: ErrorData;
}

/**
 * What says so: an answer other than 200, or an upload that broke off. Neither a time limit, after which the service may judge it yet,
 * nor a redirect, to which nothing is sent twice.
 */
const NOT_JUDGED: readonly ErrorCode[] = [
  'input-refused',
  'sign-in-refused',
  'not-permitted',
  'not-enabled',
  'too-large',
  'size-refused',
  'format-refused',
  'rate-limited',
  'service-failed',
  'service-unreachable',
  'offline',
];

/** The answer to what an earlier background sent, where that is a value also when the service has not judged it. */
export async function orNotJudged<T>(answer: Promise<T>): Promise<T | NotJudged> {
  try {
    return await answer;
  } catch (error) {
    if (isAppError(error) && NOT_JUDGED.includes(error.data.code)) return { notJudged: error.data };
    throw error;
  }
}

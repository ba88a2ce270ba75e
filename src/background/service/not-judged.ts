import { isErrorWith } from '../../core/errors/app-error.ts';
import type { ErrorData } from '../../core/errors/error-data.ts';

/** The service has refused what an earlier background sent, or failed: why. Nothing of it is on its way any more. */
export interface NotJudged {
  readonly notJudged: ErrorData;
}

/** The answer to what an earlier background sent, where that is a value also when the service has not judged it. */
export async function orNotJudged<T>(answer: Promise<T>): Promise<T | NotJudged> {
  try {
    return await answer;
  } catch (error) {
    if (isErrorWith(error, 'not-judged')) return { notJudged: error.data };
    throw error;
  }
}

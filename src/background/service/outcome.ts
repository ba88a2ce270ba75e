import { AppError, isErrorWith } from '../../core/errors/app-error.ts';
import type { ErrorData } from '../../core/errors/error-data.ts';
import type { Verdict } from '../../core/service/verdict.ts';

/**
 * Why an input of a batch has no verdict: the service refused it, gave no answer for it, gave several, gave one without a
 * boolean `isAI`, or answered in a way that says of no item which input it belongs to.
 */
type BatchFailure = 'refused' | 'no-answer' | 'several-answers' | 'unreadable' | 'unassignable';

/** What came of one of several files that were sent: never a verdict that the service did not give for it. */
export type BatchResult =
  | Verdict
  /** `detail`: the service's own words, fit to be shown. */
  | { readonly failed: BatchFailure; readonly detail?: string };

/** What came of one file that was sent; `thrown`: what there is no answer for. */
export type Outcome = BatchResult | { readonly thrown: unknown };

/** The service has refused what an earlier background sent, or failed: why. Nothing of it is on its way any more. */
export interface NotJudged {
  readonly notJudged: ErrorData;
}

/** The verdict on a file; throws what there is in its place. */
export function verdictOf(outcome: Outcome): Verdict {
  if ('thrown' in outcome) throw outcome.thrown;
  if (!('failed' in outcome)) return outcome;
  const { failed, detail } = outcome;
  if (failed !== 'refused') throw new AppError({ code: 'unreadable-answer' });
  throw new AppError({ code: 'input-refused', ...(detail !== undefined && { detail }) });
}

/** What came of one of the files of a check, where that one is at fault itself; throws what is wrong with all. */
export function resultOf(outcome: Outcome): BatchResult {
  if (!('thrown' in outcome)) return outcome;
  if (!isErrorWith(outcome.thrown, 'about-the-file')) throw outcome.thrown;
  return refusalOf(outcome.thrown.data);
}

/** A refusal of one file, in the service's words. */
export function refusalOf(why: ErrorData): BatchResult {
  return { failed: 'refused', ...('detail' in why && why.detail && { detail: why.detail }) };
}

/** Says of the files of a check that too few were judged to say anything; in the service's words, where it gave some. */
export function tooFewJudged(results: readonly BatchResult[]): AppError {
  const detail = results.flatMap((result) => ('failed' in result && result.detail) || []).at(0);
  return new AppError({ code: 'input-refused', ...(detail !== undefined && { detail }) });
}

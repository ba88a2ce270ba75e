import { type Parsed, z } from '../schema.ts';

/** A verdict as the service gave it, and what its number means. */
export const verdictSchema = z.object({
  /** The service's own word: the verdict always comes from this. */
  isAi: z.boolean(),
  /** P(AI) from 0 to 1; absent when no honest number is known. */
  likelihood: z.exactOptional(z.number()),
  /** The raw `confidence` of the answer, 0 to 1. */
  confidence: z.exactOptional(z.number()),
  /** The service's own processing time in seconds. */
  serviceSeconds: z.exactOptional(z.number()),
});
export type Verdict = Parsed<typeof verdictSchema>;

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

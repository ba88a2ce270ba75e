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
 * The probability that the content is AI-generated, from one answer.
 *
 * Rule (the API's documentation and its newer examples disagree about `confidence`): the number itself if `isAI`, else
 * the smaller of it and its complement. `isAI` with a confidence below 0.5 fits neither reading: no number.
 */
export function likelihoodOf(isAi: boolean, confidence: number | undefined): number | undefined {
  if (confidence === undefined || !(confidence >= 0 && confidence <= 1)) return undefined;
  if (isAi) return confidence >= 0.5 ? confidence : undefined;
  return Math.min(confidence, 1 - confidence);
}

/** A verdict as the service gave it, and what its number means. */
export interface Verdict {
  /** The service's own word: the verdict always comes from this. */
  readonly isAi: boolean;
  /** P(AI) from 0 to 1; absent when no honest number is known. */
  readonly likelihood?: number;
  /** The raw `confidence` of the answer, 0 to 1. */
  readonly confidence?: number;
  /** The service's own processing time in seconds. */
  readonly serviceSeconds?: number;
}

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

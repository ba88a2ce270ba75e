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

import { type Parsed, z } from '../schema.ts';

const partVerdictSchema = z.object({
  fromSeconds: z.number(),
  toSeconds: z.number(),
  isAi: z.boolean(),
  /** P(AI) from 0 to 1; absent when no honest number is known. */
  likelihood: z.exactOptional(z.number()),
});

/** What the service said of one part of a video. */
export type PartVerdict = Parsed<typeof partVerdictSchema>;

/** A video that was judged in parts: those that the service has answered, in their order. */
export const timelineSchema = z.object({
  /** How many were sent. */
  sentCount: z.number(),
  parts: z.array(partVerdictSchema),
});

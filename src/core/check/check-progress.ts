import { type Parsed, z } from '../schema.ts';

/** Bytes on their way. */
const transferSchema = z.object({
  doneBytes: z.number(),
  /** Left out where nobody said how many there are. */
  totalBytes: z.exactOptional(z.number()),
  /** Epoch milliseconds. */
  startedAt: z.number(),
});

/** Why nothing is sent for a while: no more requests are allowed for now, or the service is busy and has asked for it. */
export const pauseReasonSchema = z.enum(['limit', 'busy']);
export type PauseReason = Parsed<typeof pauseReasonSchema>;

const pauseSchema = z.object({
  /** Epoch milliseconds. */
  until: z.number(),
  reason: pauseReasonSchema,
});

/** A time in which nothing is sent. */
export type Pause = Parsed<typeof pauseSchema>;

const batchPlaceSchema = z.object({
  jobId: z.string(),
  /** From 0. */
  position: z.number(),
  /** How many media the request holds. */
  size: z.number(),
});

/** Where in a request of several media one was sent. */
export type BatchPlace = Parsed<typeof batchPlaceSchema>;

/** What is true of a check only while work goes on. */
export const checkProgressSchema = z.object({
  /** How far reading or sending has got. */
  transfer: z.exactOptional(transferSchema),
  /** How far the conversion of a video has got, from 0 to 1. */
  converting: z.exactOptional(z.number()),
  /** It is to be sent, and waits. */
  pause: z.exactOptional(pauseSchema),
  /** The request it is in together with others. */
  batch: z.exactOptional(batchPlaceSchema),
});

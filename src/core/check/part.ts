import { type Parsed, z } from '../schema.ts';

const fraction = z.number().check(z.gte(0), z.lte(1));

/** A part of an image, in fractions of it as it is shown. */
export const shareSchema = z.object({ left: fraction, top: fraction, width: fraction, height: fraction });
export type Share = Parsed<typeof shareSchema>;

/** What the check of a part is about. */
export const partSchema = z.object({
  share: shareSchema,
  /** The check of the whole image. */
  parentId: z.string(),
  /** Of the bytes that were judged there: it is cut of these alone. */
  sha256: z.string(),
});
export type Part = Parsed<typeof partSchema>;

/** A part in whole pixels of the image as it is decoded, and turned as it is shown. */
export const partPixelsSchema = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
export type PartPixels = Parsed<typeof partPixelsSchema>;

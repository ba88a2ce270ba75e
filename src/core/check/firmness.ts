import { type Parsed, z } from '../schema.ts';

/** What is made of an image to see how firm its verdict is. Which thirds depends on its long side. */
export const versionSchema = z.enum([
  'original',
  'half-size',
  're-shared',
  'square',
  'left-third',
  'right-third',
  'top-third',
  'bottom-third',
]);
export type Version = Parsed<typeof versionSchema>;

/** Versions of one image that are sent: itself, and five that are made of it. */
export const VERSION_COUNT = 6;

export const versionVerdictSchema = z.object({
  version: versionSchema,
  isAi: z.boolean(),
  /** P(AI) from 0 to 1; absent when no honest number is known. */
  likelihood: z.exactOptional(z.number()),
});

/** What the service said of one version of an image. */
export type VersionVerdict = Parsed<typeof versionVerdictSchema>;

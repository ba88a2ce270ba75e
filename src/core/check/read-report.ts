import { type Parsed, z } from '../schema.ts';
import { partPixelsSchema } from './part.ts';

const readMethodSchema = z.enum([
  'page',
  'direct',
  'direct-with-cookies',
  'direct-with-referrer',
  'pixels',
  'screen',
  'clip',
  'frames',
  'screen-frames',
  'file',
]);

/** How the bytes were had: the steps of the ladder, and a file the user gave. */
export type ReadMethod = Parsed<typeof readMethodSchema>;

const clipRangeSchema = z.object({
  fromSeconds: z.number(),
  toSeconds: z.number(),
  /** Of the whole video; left out for what has no end. */
  durationSeconds: z.exactOptional(z.number()),
});

/** A part of a video, in seconds. */
export type ClipRange = Parsed<typeof clipRangeSchema>;

const validatorsSchema = z.object({ etag: z.exactOptional(z.string()), lastModified: z.exactOptional(z.string()) });

/** How a server tells whether a file is still the same (RFC 9110, section 8.8). */
export type Validators = Parsed<typeof validatorsSchema>;

/** What was measured of an image here. What could not be measured is left out. */
const imageTraitsSchema = z.object({
  /** Pixels. */
  width: z.exactOptional(z.number()),
  height: z.exactOptional(z.number()),
  /** The quality its file was coded with last, from 0 to 100, estimated by its quantisation. */
  jpegQuality: z.exactOptional(z.number()),
  webpQuality: z.exactOptional(z.number()),
  /** It has flat areas, sharp edges and few colours, as drawings and screenshots do. */
  isFlat: z.exactOptional(z.boolean()),
});
export type ImageTraits = Parsed<typeof imageTraitsSchema>;

/** What was read, as shown under Details and kept with the result. */
export const readReportSchema = z.object({
  method: readMethodSchema,
  /** MIME type found in the first bytes, never the one that was declared. */
  type: z.string(),
  sizeBytes: z.number(),
  /** Lower-case hex. */
  sha256: z.string(),
  /** The name of the format the image was converted from, without loss. */
  convertedFrom: z.exactOptional(z.string()),
  /** The pictures of a converted video were coded anew, with a little loss. */
  isReencoded: z.exactOptional(z.boolean()),
  /** Only this frame of an animation was sent; the first is 1. */
  frameNumber: z.exactOptional(z.number()),
  /** Screen capture only: part of the picture was out of view. */
  isPartial: z.exactOptional(z.boolean()),
  /** Only this part of the image was cut out and sent. */
  part: z.exactOptional(partPixelsSchema),
  /** A clip or frames of a video: which part of it was checked. */
  range: z.exactOptional(clipRangeSchema),
  /** What the media's server said to recognise this file by. */
  validators: z.exactOptional(validatorsSchema),
  /** How long a video is of which clips can be cut, where its file says so. */
  durationSeconds: z.exactOptional(z.number()),
  /** Of the file that such a video was converted from: a second conversion gives other bytes. Lower-case hex. */
  originalSha256: z.exactOptional(z.string()),
  /** The places in the video of the frames that were sent, in seconds; size and digest are those of all together. */
  frameSeconds: z.exactOptional(z.array(z.number())),
  /** What was measured of an image. */
  traits: z.exactOptional(imageTraitsSchema),
});
export interface ReadReport extends Parsed<typeof readReportSchema> {}

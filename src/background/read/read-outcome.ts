import type { PartPixels } from '../../core/check/part.ts';
import type { ClipRange, ReadMethod, Validators } from '../../core/check/read-report.ts';
import type { PreparedImage } from './prepare-image.ts';

/** A video that may be sent. */
export interface PreparedVideo {
  /** `type` is its true MIME type. */
  readonly video: Blob;
  /** How long it is, where its file says so and clips can be cut of what was read. */
  readonly durationSeconds?: number;
  /** The digest of what was read, where `video` is made of that and clips can be cut of it. */
  readonly originalSha256?: string;
  /** The bytes that were read, where `video` is made of them. */
  readonly original?: Blob;
  /** The name of the format it was converted from. */
  readonly convertedFrom?: string;
  /** Its pictures were coded anew for that, with a little loss. */
  readonly isReencoded?: boolean;
}

/** One frame of a video, as it was shown. */
export interface TakenFrame {
  /** `type` is its true MIME type. */
  readonly image: Blob;
  readonly atSeconds: number;
}

/** Frames of a video that has no file and could not be recorded, in their order. */
interface PreparedFrames {
  readonly frames: readonly TakenFrame[];
  readonly thumbnail?: Blob;
}

/** What reading gave: the bytes, ready to be sent. */
export interface ReadMedia {
  readonly prepared: PreparedImage | PreparedVideo | PreparedFrames;
  readonly method: ReadMethod;
  readonly isPartial?: boolean;
  /** The image is this part of another. */
  readonly part?: PartPixels;
  readonly range?: ClipRange;
  readonly validators?: Validators;
}

/**
 * What reading gave; or what has to be asked first: the browser about an origin, the user about a private host or a large file.
 * `isSeenThrough`: it was clear, and the page has gone on to what is seen through it.
 */
export type ReadOutcome =
  | ReadMedia
  | { readonly isSeenThrough: true }
  | { readonly accessNeededFor: string }
  | { readonly ledToPrivate: string }
  | { readonly largeBytes: number };

/** How reading is watched and stopped. */
export interface ReadOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (doneBytes: number, totalBytes: number | undefined) => void;
  /** Only the file counts: nothing is recorded in its place. */
  readonly isFileAlone?: boolean;
  /** A video is wanted as it was read, in whatever container. */
  readonly isUnconverted?: boolean;
  /** How far the conversion of what was read has got, from 0 to 1. */
  readonly onConverting: (fraction: number) => void;
}

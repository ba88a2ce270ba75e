/** Sizes, counts and lifetimes the sandbox holds its clients to. */
export interface SandboxLimits {
  readonly imageBytes: number;
  readonly videoBytes: number;
  /** A whole batch request, framing included. BitMind documents none; this is the project's own rule for its client. */
  readonly batchBytes: number;
  readonly batchImages: number;
  readonly batchVideos: number;
}

/** One megabyte as the contract reads it, in bytes: the stricter reading. */
export const MEGABYTE = 1_000_000;

/** The documented limits (docs.bitmind.ai, Enterprise API endpoints), but for `batchBytes`. */
export const DEFAULT_LIMITS: SandboxLimits = {
  imageBytes: 100 * MEGABYTE,
  videoBytes: 500 * MEGABYTE,
  batchBytes: 100 * MEGABYTE,
  batchImages: 50,
  batchVideos: 20,
};

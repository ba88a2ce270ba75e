import type { MediaKind } from '../../core/check/media-reference.ts';
import type { Permission } from '../../core/errors/error-data.ts';

/** Largest image the service takes, in bytes (contract: 100 MB, read as 10⁶). */
export const IMAGE_LIMIT_BYTES = 100_000_000;

/** Largest video the service takes, in bytes (contract: 500 MB, read as 10⁶). */
export const VIDEO_LIMIT_BYTES = 500_000_000;

/**
 * Largest request of several files, all of them together, in bytes. The service documents none; the contract's rule for clients is
 * 100 MB, read as 10⁶.
 */
export const BATCH_LIMIT_BYTES = 100_000_000;

/** The image formats the service takes as they are, by MIME type. */
export const SERVICE_IMAGE_TYPES: readonly string[] = ['image/jpeg', 'image/png', 'image/webp'];

/** One place of the service to which media goes. */
export interface Endpoint {
  readonly path: string;
  readonly permission: Permission;
  /** The field of the form in which files go; left out: the bytes of one go as they are. */
  readonly field?: string;
  readonly maxItems: number;
  /** Of all files of a request, in bytes. */
  readonly limitBytes: number;
  /** Until the answer begins once everything is sent, in milliseconds: a video takes longer to judge. */
  readonly answerLimitMs: number;
}

/** Where each kind of media goes, one file by itself and several in one request (contract, section Calls). */
export const ENDPOINTS: Readonly<Record<MediaKind, { readonly alone: Endpoint; readonly together: Endpoint }>> = {
  image: {
    alone: {
      path: '/image',
      permission: 'image_inference',
      maxItems: 1,
      limitBytes: IMAGE_LIMIT_BYTES,
      answerLimitMs: 30_000,
    },
    together: {
      path: '/batch_image',
      permission: 'batch_processing',
      field: 'images',
      maxItems: 50,
      limitBytes: BATCH_LIMIT_BYTES,
      answerLimitMs: 300_000,
    },
  },
  video: {
    alone: {
      path: '/video',
      permission: 'video_inference',
      field: 'video',
      maxItems: 1,
      limitBytes: VIDEO_LIMIT_BYTES,
      answerLimitMs: 600_000,
    },
    together: {
      path: '/batch_video',
      permission: 'batch_processing',
      field: 'videos',
      maxItems: 20,
      limitBytes: BATCH_LIMIT_BYTES,
      answerLimitMs: 1_800_000,
    },
  },
};

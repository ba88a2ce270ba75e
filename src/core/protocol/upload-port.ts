import type { UploadOrder, UploadOutcome } from '../service/upload.ts';

// The port between the background and the offscreen document for one upload, which outlives the background.

/** Then the id of the job. */
export const UPLOAD_PORT_PREFIX = 'upload:';

/** From the background. */
export type ToUploader =
  | { readonly type: 'send'; readonly order: UploadOrder }
  /** Goes on with what an earlier background has sent. */
  | { readonly type: 'resume' }
  | { readonly type: 'cancel' };

/** From the offscreen document. */
export type FromUploader =
  | { readonly type: 'progress'; readonly fraction: number }
  | { readonly type: 'ended'; readonly outcome: UploadOutcome };

import type { ErrorData } from '../../core/errors/error-data.ts';
import type { ClipRefusal } from '../../core/media/page-media.ts';

/** Why a playing video was neither recorded nor taken frames of, as errors. */
export const CLIP_ERRORS: Readonly<Record<ClipRefusal, ErrorData>> = {
  paused: { code: 'video-paused' },
  protected: { code: 'video-protected' },
  unsupported: { code: 'video-stream' },
  frozen: { code: 'video-still', look: 'frozen' },
  black: { code: 'video-still', look: 'black' },
  gone: { code: 'media-gone' },
};

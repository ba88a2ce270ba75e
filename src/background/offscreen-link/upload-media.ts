import { sendByXhr } from '../../core/browser/send-by-xhr.ts';
import type { Upload } from '../../core/service/upload.ts';
import { withOffscreenDocument } from '../browser/offscreen.ts';
import { whileRedirectsAreStopped } from '../browser/redirect-guard.ts';
import { uploadBody } from '../service/file-form.ts';
import { uploadInOffscreen } from './upload-offscreen.ts';

/**
 * Sends media to the service: in the offscreen document where the background is a service worker, which ends when an answer
 * takes long (Chromium); else here. Here nothing outlives a background.
 */
export const upload: Upload = (jobId, order, watch) =>
  whileRedirectsAreStopped(async () => {
    if (typeof document === 'undefined') {
      return withOffscreenDocument(() => uploadInOffscreen(jobId, order, watch));
    }
    return order ? sendByXhr(order, uploadBody(order), watch) : { failure: 'unknown-job' };
  });

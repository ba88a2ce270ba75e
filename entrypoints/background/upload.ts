import { uploadBody } from '../../src/bitmind/file-form.ts';
import type { Upload } from '../../src/bitmind/upload.ts';
import { uploadInOffscreen } from '../../src/messaging/upload-offscreen.ts';
import { withOffscreenDocument } from '../../src/platform/offscreen.ts';
import { whileRedirectsAreStopped } from '../../src/platform/redirect-guard.ts';
import { sendByXhr } from '../../src/platform/send-by-xhr.ts';

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

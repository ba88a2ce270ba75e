import { AppError } from '../../core/errors/app-error.ts';
import { unlessAborted } from '../unless-aborted.ts';

/** Time for decoding, in milliseconds: the slowest formats take some five seconds for as many pixels as one may have. */
const DECODING_LIMIT_MS = 20_000;

/**
 * The first frame of an image, turned as it is shown. Rejects as the browser does for what it does not decode; with `costly-picture`
 * at the limit, and with the reason of `signal`: then nothing waits any longer, though neither browser ends the decoding itself.
 */
export async function decodeInTime(image: Blob, signal?: AbortSignal): Promise<ImageBitmap> {
  signal?.throwIfAborted();
  const decoding = createImageBitmap(image);
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(new AppError({ code: 'costly-picture' })), DECODING_LIMIT_MS);
  const ending = AbortSignal.any([limit.signal, ...(signal ? [signal] : [])]);
  try {
    return await unlessAborted(decoding, ending);
  } catch (error) {
    // Its memory goes when it comes after all.
    if (ending.aborted)
      void decoding.then(
        (late) => late.close(),
        () => undefined,
      );
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

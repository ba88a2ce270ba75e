import { AppError } from '../../core/errors/app-error.ts';
import { unlessAborted } from '../unless-aborted.ts';
import { within } from '../within.ts';

/** Time for decoding, in milliseconds: the slowest formats take some five seconds for as many pixels as one may have. */
const DECODING_LIMIT_MS = 20_000;

/** How long what goes on after that is still counted, in milliseconds: a file that is never done is not to hold up others for good. */
const COUNTED_MS = 60_000;

/**
 * The first frame of an image, turned as it is shown. Rejects as the browser does for what it does not decode; with `costly-picture`
 * at the limit, and with the reason of `signal`: then nothing waits any longer, though neither browser ends the decoding itself. Until
 * when it takes memory is told to `onLeft`.
 */
export async function decodeInTime(
  image: Blob,
  signal: AbortSignal | undefined,
  onLeft: (until: Promise<unknown>) => void,
): Promise<ImageBitmap> {
  signal?.throwIfAborted();
  const decoding = createImageBitmap(image);
  const decodedInTime = within(DECODING_LIMIT_MS, decoding);
  try {
    const decoded = await (signal ? unlessAborted(decodedInTime, signal) : decodedInTime);
    if (decoded) return decoded;
    throw new AppError({ code: 'costly-picture' });
  } catch (error) {
    const end = decoding.then(
      (late) => late.close(),
      () => undefined,
    );
    onLeft(within(COUNTED_MS, end));
    throw error;
  }
}

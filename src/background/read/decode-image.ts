import { isAppError } from '../../core/errors/app-error.ts';
import { atMost, type Turn } from '../at-most.ts';
import { decodeInTime } from './decode-in-time.ts';
import { toldPixels } from './decoding-cost.ts';

/** Pixels that are decoded at the same time, in all: each takes four bytes. */
const MOST_PIXELS = 200_000_000;

/** `whenBroken`: what is made of an image that the browser does not decode. */
interface DecodeOptions extends Turn {
  readonly whenBroken?: (cause: unknown) => unknown;
}

const inTurn = atMost(MOST_PIXELS);

/**
 * Does work that has so many frames of an image decoded at a time, once they fit beside what is decoded already; alone, where the
 * image does not say its size. Such work must not wait for other such work; what of it goes on after its end, it tells. Rejects with the
 * reason of `signal` where that is aborted before it begins.
 */
export async function whileFrames<T>(
  count: number,
  image: Blob,
  work: (onLeft: (until: Promise<unknown>) => void) => Promise<T>,
  turn?: Turn,
): Promise<T> {
  const weight = Math.min(count * ((await toldPixels(image)) ?? MOST_PIXELS), MOST_PIXELS);
  return new Promise((resolve, reject) => {
    const workAndRest = async () => {
      let left: Promise<unknown> | undefined;
      await work((until) => {
        left = until;
      }).then(resolve, reject);
      await left;
    };
    inTurn(workAndRest, { ...turn, weight }).catch(reject);
  });
}

/**
 * Decodes an image for as long as it is used; the first frame, turned as it is shown. Throws what `whenBroken` makes of the reason,
 * where the browser does not decode it.
 */
export function withDecoded<T>(
  image: Blob,
  use: (decoded: ImageBitmap) => Promise<T>,
  { whenBroken = (cause) => cause, ...turn }: DecodeOptions = {},
): Promise<T> {
  const { signal } = turn;
  const decodeAndUse = async (onLeft: (until: Promise<unknown>) => void) => {
    const decoded = await decodeInTime(image, signal, onLeft).catch((cause: unknown) => {
      throw isAppError(cause) || signal?.aborted ? cause : whenBroken(cause);
    });
    try {
      return await use(decoded);
    } finally {
      decoded.close();
    }
  };
  return whileFrames(1, image, decodeAndUse, turn);
}

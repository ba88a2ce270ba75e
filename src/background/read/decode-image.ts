import { isAppError } from '../../core/errors/app-error.ts';
import { decodeInTime } from './decode-in-time.ts';
import { toldPixels } from './decoding-cost.ts';

/** Pixels that are decoded at the same time, in all: each takes four bytes. */
const MOST_PIXELS = 200_000_000;

/** What is made of an image that the browser does not decode, and how decoding is stopped. */
interface DecodeOptions {
  readonly whenBroken?: (cause: unknown) => unknown;
  readonly signal?: AbortSignal | undefined;
}

const waiting: { readonly pixels: number; readonly begin: () => void }[] = [];
let held = 0;

/**
 * Does work that has so many frames of an image decoded at a time, once they fit beside what is decoded already; alone, where the
 * image does not say its size. Such work must not wait for other such work.
 */
export async function whileFrames<T>(count: number, image: Blob, work: () => Promise<T>): Promise<T> {
  const pixels = Math.min(count * ((await toldPixels(image)) ?? MOST_PIXELS), MOST_PIXELS);
  await turn(pixels);
  try {
    return await work();
  } finally {
    held -= pixels;
    beginNext();
  }
}

/**
 * Decodes an image for as long as it is used; the first frame, turned as it is shown. Throws what `whenBroken` makes of the reason,
 * where the browser does not decode it.
 */
export function withDecoded<T>(
  image: Blob,
  use: (decoded: ImageBitmap) => Promise<T>,
  { whenBroken = (cause) => cause, signal }: DecodeOptions = {},
): Promise<T> {
  return whileFrames(1, image, async () => {
    const decoded = await decodeInTime(image, signal).catch((cause: unknown) => {
      throw isAppError(cause) || signal?.aborted ? cause : whenBroken(cause);
    });
    try {
      return await use(decoded);
    } finally {
      decoded.close();
    }
  });
}

function turn(pixels: number): Promise<void> {
  return new Promise((begin) => {
    waiting.push({ pixels, begin });
    beginNext();
  });
}

/** In the order in which they came: a large one would wait for ever else. */
function beginNext(): void {
  for (let [next] = waiting; next && held + next.pixels <= MOST_PIXELS; [next] = waiting) {
    waiting.shift();
    held += next.pixels;
    next.begin();
  }
}

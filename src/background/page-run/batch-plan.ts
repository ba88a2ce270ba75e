/** How much one request of several media may hold. */
export interface BatchLimits {
  readonly maxItems: number;
  /** Of the media alone, in bytes. */
  readonly maxBytes: number;
}

interface Sized {
  readonly media: Blob;
}

/**
 * Takes from the beginning of `waiting` what makes the next request, in its order: a full one, or all there is when
 * `isAllThere`. Undefined while more may come. What is larger than a whole request is one by itself.
 */
export function takeBatch<T extends Sized>(
  waiting: T[],
  { maxItems, maxBytes }: BatchLimits,
  isAllThere: boolean,
): T[] | undefined {
  let count = 0;
  let bytes = 0;
  for (const { media } of waiting) {
    if (count === maxItems || (count > 0 && bytes + media.size > maxBytes)) break;
    count += 1;
    bytes += media.size;
  }
  const isFull = count === maxItems || count < waiting.length;
  return count > 0 && (isFull || isAllThere) ? waiting.splice(0, count) : undefined;
}

import type { CheckRecord } from '../../core/check/check-record.ts';
import { keepAlive } from '../browser/keep-alive.ts';
import type { CheckContext } from './check-context.ts';
import { readOnceMore } from './read-again.ts';

/**
 * The file of the image that a check has read, once more, for the user to save: what was read, where that was converted to be sent. Nothing
 * of it is kept, or sent, so that a yes to reading is enough.
 */
export async function fileOfCheck(context: CheckContext, check: CheckRecord): Promise<Blob> {
  const letGo = keepAlive();
  try {
    const agreed = [...(check.agreed ?? []), ...(check.agreedToRead ?? [])];
    const { image, original = image } = await readOnceMore(context, { ...check, agreed }, new AbortController().signal);
    return original;
  } finally {
    letGo();
  }
}

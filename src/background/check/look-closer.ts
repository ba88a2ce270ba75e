import type { Pause } from '../../core/check/check-progress.ts';
import type { CheckRecord } from '../../core/check/check-record.ts';
import { AppError, errorDataOf } from '../../core/errors/app-error.ts';
import { logFault } from '../../core/log.ts';
import { keepAlive } from '../browser/keep-alive.ts';
import { mediaSender } from '../service/media-sender.ts';
import type { BatchResult } from '../service/outcome.ts';
import { addCloser, type Closer } from './change-check.ts';
import type { CheckContext } from './check-context.ts';

/** How what is made of the media of a check is judged: the files go out in one request, where the account may make that. */
export interface CloserLook {
  readonly signal: AbortSignal;
  readonly judge: (files: readonly Blob[]) => Promise<readonly BatchResult[]>;
}

/** One way to look closer at the media of a check that has a verdict. */
interface WayCloser {
  /** Once each: what a panel offers that was drawn before another place asked is paid for no second time. */
  readonly isPossible: (check: CheckRecord) => boolean;
  readonly look: (check: CheckRecord, how: CloserLook) => Promise<Closer>;
}

/**
 * Looks closer at the media of a check, at the user's wish alone. How that stands is in memory, and what came of it on the check.
 * Resolves when it is over, whatever came of it. Throws `message-refused` where it is not possible, or under way.
 */
export async function lookCloser(context: CheckContext, id: string, { isPossible, look }: WayCloser): Promise<void> {
  const { store, measuring } = context;
  const check = store.get(id);
  if (!check || !isPossible(check) || measuring.get(id)?.stop) throw new AppError({ code: 'message-refused' });
  const stop = new AbortController();
  const { signal } = stop;
  const onPaused = (pause?: Pause) => {
    if (signal.aborted) return;
    measuring.set(id, { stop, ...(pause && { pause }) });
    store.tell(id);
  };
  onPaused();
  const letGo = keepAlive();
  try {
    const sender = await mediaSender(context, check.media.kind);
    const nothing = () => undefined;
    const job = { id: crypto.randomUUID(), onProgress: nothing, onBatched: nothing, onPaused };
    const judge = (files: readonly Blob[]) => sender.checkSeveral(files, { signal, job });
    const closer = await look(check, { signal, judge });
    if (signal.aborted) return;
    measuring.delete(id);
    await addCloser(context, check, closer);
  } catch (error) {
    if (signal.aborted) return;
    logFault(error);
    measuring.set(id, { error: errorDataOf(error) });
    store.tell(id);
  } finally {
    letGo();
  }
}

/** Stops that, and forgets why it came to nothing; false where nothing of it is under way. */
export function stopLooking({ measuring, store }: CheckContext, id: string): boolean {
  const { stop } = measuring.get(id) ?? {};
  stop?.abort();
  measuring.delete(id);
  store.tell(id);
  return stop !== undefined;
}

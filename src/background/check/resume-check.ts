import type { CheckRecord } from '../../core/check/check-record.ts';
import { AppError } from '../../core/errors/app-error.ts';
import { mediaSender } from '../service/media-sender.ts';
import type { NotJudged } from '../service/outcome.ts';
import { endCheck } from './change-check.ts';
import type { CheckContext } from './check-context.ts';
import type { CheckOptions } from './check-options.ts';
import { senderFor } from './check-work.ts';
import { framesOutcome } from './frames-outcome.ts';
import { watchSending } from './transfer-watch.ts';

/** Waits for the verdict on what an earlier background has sent; gives why there is none, where it may be sent again. */
export async function resumeCheck(
  context: CheckContext,
  check: CheckRecord,
  signal: AbortSignal,
  how: CheckOptions,
): Promise<NotJudged | undefined> {
  const { id, read, progress: { batch } = {} } = check;
  if (!read) throw new AppError({ code: 'interrupted' });
  const options = watchSending(context, id, read.sizeBytes, signal);
  const { type, sizeBytes, frameSeconds } = read;
  if (frameSeconds) {
    const images = await mediaSender(context, 'image');
    const results = await images.resumeSeveral({ type, sizeBytes, count: frameSeconds.length }, options);
    signal.throwIfAborted();
    if ('notJudged' in results) return results;
    await endCheck(context, id, { ...framesOutcome(results, read), sentTo: images.host });
    return undefined;
  }
  const sender = await senderFor(context, check, how);
  const key = `${sender.host} ${read.sha256}`;
  const verdict = await context.sharedVerdicts.ofResumed(key, signal, () =>
    sender.resume({ type, sizeBytes, ...(batch && { batch }) }, options),
  );
  signal.throwIfAborted();
  if ('notJudged' in verdict) return verdict;
  await endCheck(context, id, { state: 'done', verdict, sentTo: sender.host });
  return undefined;
}

import type { Pause } from '../../core/check/check-progress.ts';
import type { CheckRecord } from '../../core/check/check-record.ts';
import type { VersionVerdict } from '../../core/check/firmness.ts';
import { AppError, errorDataOf } from '../../core/errors/app-error.ts';
import { logFault } from '../../core/log.ts';
import { ownerOf } from '../at-most.ts';
import { keepAlive } from '../browser/keep-alive.ts';
import { type ImageVersion, imageVersions } from '../read/image-versions.ts';
import { mediaSender } from '../service/media-sender.ts';
import { type BatchResult, tooFewJudged } from '../service/outcome.ts';
import { canBeReadAgain } from '../store/check-state.ts';
import { addFirmness } from './change-check.ts';
import type { CheckContext } from './check-context.ts';
import { readAgain } from './read-again.ts';

/** Fewer versions that were answered, the image itself among them or not, say nothing of how firm a verdict is. */
const FEWEST_ANSWERED = 3;

/**
 * Finds out how firm the verdict of a check is, at the user's wish alone: its image is read once more, and sent in several versions. How
 * that stands is in memory, and what came of it on the check. Resolves when it is over, whatever came of it.
 */
export async function measureFirmness(context: CheckContext, id: string): Promise<void> {
  const { store, measuring } = context;
  const check = store.get(id);
  if (!check || !canBeReadAgain(check) || measuring.get(id)?.stop) throw new AppError({ code: 'message-refused' });
  const stop = new AbortController();
  const say = (pause?: Pause) => {
    if (stop.signal.aborted) return;
    measuring.set(id, { stop, ...(pause && { pause }) });
    store.tell(id);
  };
  say();
  const letGo = keepAlive();
  try {
    const firmness = await firmnessOf(context, check, stop.signal, say);
    if (stop.signal.aborted) return;
    measuring.delete(id);
    await addFirmness(context, check, firmness);
  } catch (error) {
    if (stop.signal.aborted) return;
    logFault(error);
    measuring.set(id, { error: errorDataOf(error) });
    store.tell(id);
  } finally {
    letGo();
  }
}

/** Stops that, and forgets why it came to nothing; false where nothing of it is under way. */
export function stopMeasuring({ measuring, store }: CheckContext, id: string): boolean {
  const { stop } = measuring.get(id) ?? {};
  stop?.abort();
  measuring.delete(id);
  store.tell(id);
  return stop !== undefined;
}

async function firmnessOf(
  context: CheckContext,
  check: CheckRecord,
  signal: AbortSignal,
  onPaused: (pause?: Pause) => void,
): Promise<readonly VersionVerdict[]> {
  const sender = await mediaSender(context, 'image');
  const { image } = await readAgain(context, check, signal);
  const versions = await imageVersions(image, { owner: ownerOf(check), signal });
  const nothing = () => undefined;
  const job = { id: crypto.randomUUID(), onProgress: nothing, onBatched: nothing, onPaused };
  const results = await sender.checkSeveral(
    versions.map((one) => one.image),
    { signal, job },
  );
  const answered = verdictsOf(versions, results);
  if (answered.length >= FEWEST_ANSWERED) return answered;
  throw tooFewJudged(results);
}

/** What was answered of the versions; what was not is left out. */
function verdictsOf(versions: readonly ImageVersion[], results: readonly BatchResult[]): readonly VersionVerdict[] {
  return versions.flatMap(({ version }, index): VersionVerdict[] => {
    const result = results[index];
    if (!result || 'failed' in result) return [];
    const { isAi, likelihood } = result;
    return [{ version, isAi, ...(likelihood !== undefined && { likelihood }) }];
  });
}

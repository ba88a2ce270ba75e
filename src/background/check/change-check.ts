import type { CheckRecord, Judgement } from '../../core/check/check-record.ts';
import type { Question } from '../../core/check/question.ts';
import { AppError } from '../../core/errors/app-error.ts';
import type { ErrorData } from '../../core/errors/error-data.ts';
import { logFault } from '../../core/log.ts';
import type { FileMetadata } from '../../core/media/file-metadata.ts';
import { oneAfterOther } from '../one-after-other.ts';
import { keepResult } from '../results/kept-results.ts';
import { hasEnded, hasVerdict } from '../store/check-state.ts';
import type { CheckContext } from './check-context.ts';
import type { CheckOptions } from './check-options.ts';

/** How a check ends. */
type CheckOutcome = Pick<
  CheckRecord,
  'state' | 'verdict' | 'sentTo' | 'answeredAt' | 'frames' | 'error' | 'unjudged' | 'fileMetadata'
>;

/** Changes a check that has not ended. */
export function changeCheck(
  { store }: Pick<CheckContext, 'store'>,
  id: string,
  next: (check: CheckRecord) => CheckRecord,
): void {
  const check = store.get(id);
  if (check && !hasEnded(check.state)) store.put(next(check));
}

/** Tells how far a check has got, where it has not ended. */
export function showProgress(
  { store }: Pick<CheckContext, 'store'>,
  id: string,
  progress: NonNullable<CheckRecord['progress']>,
): void {
  const check = store.get(id);
  if (check && !hasEnded(check.state)) store.putProgress({ ...check, progress });
}

/** Ends a check that has not ended, and keeps it. A verdict that it had before is not lost to an end without one. */
export async function endCheck(context: CheckContext, id: string, outcome: CheckOutcome): Promise<void> {
  const { store, clock } = context;
  const { state, earlier, read } = store.get(id) ?? {};
  if (state && !hasEnded(state) && earlier && !hasVerdict(outcome)) {
    if (read?.sha256 !== earlier.read?.sha256) context.manifests.forget(id); // They are of other bytes.
    return putBack(context, earlier, outcome.error ?? outcome.unjudged);
  }
  changeCheck(context, id, ({ question: _, progress: __, earlier: ___, ...now }) => ({
    ...now,
    ...outcome,
    endedAt: clock(),
  }));
  await keepEnded(context, id);
}

/** A check as it was, which the history mostly has; `reason`: why it was not checked again, left out where the user stopped that. */
async function putBack(context: CheckContext, earlier: CheckRecord, reason: ErrorData | undefined): Promise<void> {
  const { store, history } = context;
  const { id } = earlier;
  const stages = store.get(id)?.stages;
  const judged = { ...earlier, ...(stages && { stages }), ...(reason && { notCheckedAgain: reason }) };
  store.put(judged);
  const kept = await history.get(id).catch(logFault);
  if (!kept || !hasVerdict(kept)) return keepEnded(context, id);
  if (store.get(id)?.state === 'done') store.keptInHistory(id);
}

/** Adds what its file says to a check, which may have ended meanwhile. Nothing for one that has since read other bytes. */
export async function addFileMetadata(
  context: CheckContext,
  id: string,
  sha256: string,
  fileMetadata: FileMetadata,
): Promise<void> {
  const found = context.store.get(id);
  if (found?.read?.sha256 !== sha256) return context.manifests.forget(id);
  const { isReadingFile: _, ...check } = found;
  context.store.put({ ...check, ...(check.state !== 'cancelled' && { fileMetadata }) });
  await keepEnded(context, id);
}

/** What came of looking closer. */
export type Closer = Pick<CheckRecord, 'firmness' | 'timeline'>;

/** Adds what came of looking closer to a check that has its verdict still. */
export async function addCloser(context: CheckContext, { id, read }: CheckRecord, closer: Closer): Promise<void> {
  const check = await wholeOf(context, id);
  if (check?.state !== 'done' || check.read?.sha256 !== read?.sha256) return;
  context.store.put({ ...check, ...closer });
  await keepEnded(context, id);
}

/** Adds what the user thinks of a verdict, or takes it back; nothing where there is none. */
export async function addJudgement(context: CheckContext, id: string, judgement: Judgement | undefined): Promise<void> {
  const whole = await wholeOf(context, id);
  if (!whole?.verdict && !whole?.frames) return;
  const { judgement: _, ...check } = whole;
  context.store.put({ ...check, ...(judgement && { judgement }) });
  await keepEnded(context, id);
}

/** A check with what the history has of it, which would else be lost there: this background may have taken up less. */
async function wholeOf({ store, history }: CheckContext, id: string): Promise<CheckRecord | undefined> {
  if (!store.get(id)?.isLean) return store.get(id);
  const [kept, thumbnail] = await Promise.all([history.get(id), history.thumbnail(id)]);
  const found = store.get(id);
  if (!found) return undefined;
  const { isLean: _, fileBrief: __, ...check } = { ...(thumbnail && { thumbnail }), ...kept, ...found };
  return check;
}

/** An older state must not be written over a newer. */
const inOrder = oneAfterOther<string>();

/** Keeps a check as it then is, where that has ended; never one of a private window. */
function keepEnded(context: CheckContext, id: string): Promise<void> {
  const { store } = context;
  return inOrder(id, async () => {
    const ended = store.get(id);
    if (!ended || !hasEnded(ended.state) || ended.state === 'cancelled' || ended.media.isPrivate) return;
    const isKept = await keepResult(context, ended).catch(logFault);
    if (isKept && store.get(id) === ended) store.keptInHistory(id); // It may have been tried again meanwhile.
  });
}

/** Has a check wait for the user's answer. Throws `needs-answer` where nobody is there to give one. */
export function askUser(context: CheckContext, id: string, question: Question, { isUnattended }: CheckOptions): void {
  if (isUnattended) throw new AppError({ code: 'needs-answer' });
  changeCheck(context, id, ({ progress: _, ...now }) => ({ ...now, state: 'asking', question }));
}

import type { CheckRecord } from '../../core/check/check-record.ts';
import type { SendQuestion, SendReason } from '../../core/check/question.ts';
import { AppError, isAppError } from '../../core/errors/app-error.ts';
import type { ErrorData } from '../../core/errors/error-data.ts';
import { readMedia, readScreen } from '../read/read-media.ts';
import { reasonsToAsk, unanswered } from '../read/reasons-to-ask.ts';
import { sha256 } from '../read/sha256.ts';
import { askUser, changeCheck, endCheck } from './change-check.ts';
import type { CheckContext } from './check-context.ts';
import type { CheckOptions } from './check-options.ts';
import { bodyOf, fileMetadataOf, reportOf, thumbnailIn } from './read-report-of.ts';
import { watchReading } from './transfer-watch.ts';

/**
 * A check without the service: what the file says is all there is. Nothing is sent; what is private is still read after a question
 * alone, by the rules of reasonsToAsk. `unjudged`: why BitMind cannot be asked. `seeThrough`: goes on where what was read is clear.
 */
export async function readAlone(
  context: CheckContext,
  check: CheckRecord,
  { unjudged, seeThrough }: { readonly unjudged: ErrorData; readonly seeThrough: () => Promise<void> },
  signal: AbortSignal,
  how: CheckOptions,
): Promise<void> {
  const { id, agreed = [], agreedToRead = [] } = check;
  const mayRead = [...agreed, ...agreedToRead];
  const { reasons, site } = await reasonsToAsk(check.media);
  // Of a camera nothing is read where nothing is sent.
  const before = unanswered({ ...check, agreed: mayRead }, reasons, site).filter((reason) => reason !== 'camera');
  if (before.length > 0) return askUser(context, id, questionToRead(before, site), how);
  const asked: CheckRecord = { ...check, agreed: [...mayRead, 'large'] };
  try {
    const read = await (check.fromScreen
      ? readScreen(asked, signal)
      : readMedia(context, asked, { ...watchReading(context, id, signal), isFileAlone: true }));
    signal.throwIfAborted();
    if ('isSeenThrough' in read) return await seeThrough();
    if ('accessNeededFor' in read)
      return askUser(context, id, { kind: 'site-access', origin: read.accessNeededFor, isUnsent: true }, how);
    if ('ledToPrivate' in read)
      return askUser(context, id, questionToRead(['private-network'], read.ledToPrivate), how);
    if ('largeBytes' in read) throw new AppError({ code: 'large', sizeBytes: read.largeBytes });
    how.onRead?.();
    const report = reportOf(read, await sha256(bodyOf(read)));
    changeCheck(context, id, ({ progress: _, ...now }) => ({ ...now, read: report, ...thumbnailIn(read) }));
    const fileMetadata = await fileMetadataOf(context, id, read);
    signal.throwIfAborted();
    await endCheck(context, id, { state: 'done', unjudged, fileMetadata });
  } catch (error) {
    if (!isAppError(error) || error.data.code !== 'video-stream') throw error;
    await endCheck(context, id, { state: 'done', unjudged, fileMetadata: { unread: 'stream' } });
  }
}

function questionToRead(reasons: readonly SendReason[], site: string | undefined): SendQuestion {
  return { kind: 'before-sending', reasons, ...(site !== undefined && { site }) };
}

import type { CheckRecord } from '../../core/check/check-record.ts';
import { AppError, isAppError } from '../../core/errors/app-error.ts';
import type { ErrorData } from '../../core/errors/error-data.ts';
import { readMedia, readScreen } from '../read/read-media.ts';
import { reasonsToAsk } from '../read/reasons-to-ask.ts';
import { sha256 } from '../read/sha256.ts';
import { askUser, changeCheck, endCheck } from './change-check.ts';
import type { CheckContext } from './check-context.ts';
import { bodyOf, fileMetadataOf, reportOf, thumbnailIn } from './read-report-of.ts';
import type { RunOptions } from './run-options.ts';
import { watchReading } from './transfer-watch.ts';

/**
 * A check without the service: what the file says is all there is. Nothing is sent, so that nothing has to be asked before
 * but whether the site may be read. `unjudged`: why nobody can be asked.
 */
export async function readAlone(
  context: CheckContext,
  check: CheckRecord,
  unjudged: ErrorData,
  signal: AbortSignal,
  how: RunOptions,
): Promise<void> {
  const { id, agreed = [] } = check;
  const { reasons } = await reasonsToAsk(check.media);
  const unasked: CheckRecord = { ...check, agreed: [...agreed, ...reasons, 'large'] };
  try {
    const read = await (check.fromScreen
      ? readScreen(unasked, signal)
      : readMedia(context, unasked, { ...watchReading(context, id, signal), isFileAlone: true }));
    signal.throwIfAborted();
    if ('accessNeededFor' in read)
      return askUser(context, id, { kind: 'site-access', origin: read.accessNeededFor, isUnsent: true }, how);
    if ('ledToPrivate' in read) throw new AppError({ code: 'led-to-private', host: read.ledToPrivate });
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

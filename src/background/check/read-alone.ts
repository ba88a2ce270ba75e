import type { CheckDeskParts, RunOptions } from '../../core/check/check-desk-parts.ts';
import type { CheckRecord } from '../../core/check/check-record.ts';
import type { Question } from '../../core/check/question.ts';
import { AppError, isAppError } from '../../core/errors/app-error.ts';
import type { ErrorData } from '../../core/errors/error-data.ts';
import { bodyOf, fileMetadataOf, reportOf, thumbnailOf } from './read-media.ts';
import type { transferWatch } from './transfer-watch.ts';

/** What the desk lends. */
interface AloneParts extends Pick<ReturnType<typeof transferWatch>, 'readOptions'> {
  readonly parts: Pick<CheckDeskParts, 'reasonsToAsk' | 'readMedia' | 'readScreen' | 'sha256' | 'readFileMetadata'>;
  readonly change: (id: string, next: (check: CheckRecord) => CheckRecord) => void;
  readonly end: (id: string, outcome: Pick<CheckRecord, 'state' | 'unjudged' | 'fileMetadata'>) => Promise<void>;
  readonly ask: (id: string, question: Question, how: RunOptions) => void;
}

/**
 * A check without the service: what the file says is all there is. Nothing is sent, so that nothing has to be asked before
 * but whether the site may be read.
 */
export function createAloneReader({ parts, change, end, ask, readOptions }: AloneParts) {
  return async (check: CheckRecord, unjudged: ErrorData, signal: AbortSignal, how: RunOptions): Promise<void> => {
    const { id, agreed = [] } = check;
    const { reasons } = await parts.reasonsToAsk(check.media);
    const unasked: CheckRecord = { ...check, agreed: [...agreed, ...reasons, 'large'] };
    try {
      const read = await (check.fromScreen
        ? parts.readScreen(unasked, signal)
        : parts.readMedia(unasked, { ...readOptions(id, signal), isFileAlone: true }));
      signal.throwIfAborted();
      if ('accessNeededFor' in read)
        return ask(id, { kind: 'site-access', origin: read.accessNeededFor, isUnsent: true }, how);
      if ('ledToPrivate' in read) throw new AppError({ code: 'led-to-private', host: read.ledToPrivate });
      if ('largeBytes' in read) throw new AppError({ code: 'large', sizeBytes: read.largeBytes });
      how.onRead?.();
      const report = reportOf(read, await parts.sha256(bodyOf(read)));
      change(id, ({ progress: _, ...now }) => ({ ...now, read: report, ...thumbnailOf(read) }));
      const fileMetadata = await fileMetadataOf(id, read, parts);
      signal.throwIfAborted();
      await end(id, { state: 'done', unjudged, fileMetadata });
    } catch (error) {
      if (!isAppError(error) || error.data.code !== 'video-stream') throw error;
      await end(id, { state: 'done', unjudged, fileMetadata: { unread: 'stream' } });
    }
  };
}

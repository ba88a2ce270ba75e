import type { CheckRecord } from '../../core/check/check-record.ts';
import { AppError } from '../../core/errors/app-error.ts';
import { locateMedia } from '../read/locate-media.ts';
import type { PreparedImage } from '../read/prepare-image.ts';
import { readMedia } from '../read/read-media.ts';
import type { PreparedVideo, ReadMedia } from '../read/read-outcome.ts';
import { reasonsToAsk, unanswered } from '../read/reasons-to-ask.ts';
import { sha256 } from '../read/sha256.ts';
import { readPolicy } from '../store/policy.ts';
import { admitCheck } from './admit-check.ts';
import type { CheckContext } from './check-context.ts';
import { bodyOf } from './read-report-of.ts';

/**
 * The very image that a check has judged, read once more by the rules that held for it then, for something to be made of it. Throws
 * what `readOnceMore` does, and `only-originals` where an administrator lets nothing else be sent.
 */
export async function readImageAgain(
  context: CheckContext,
  check: CheckRecord,
  signal: AbortSignal,
): Promise<PreparedImage> {
  await admitChanged();
  const prepared = await readOnceMore(context, check, signal);
  if (!prepared.size) throw new AppError({ code: 'costly-picture' }); // It was too large to be decoded here.
  return prepared;
}

/** The very video that a check has judged, or what that was converted from, read once more as `readImageAgain` does it. */
export async function readVideoAgain(
  context: CheckContext,
  check: CheckRecord,
  signal: AbortSignal,
): Promise<PreparedVideo> {
  await admitChanged();
  const { prepared } = await readSame(context, check, signal);
  if (!('video' in prepared)) throw new AppError({ code: 'media-changed' });
  return prepared;
}

/**
 * The very image that a check has read, once more, by the rules that held for it then. Throws `media-changed` where that cannot be had
 * any more, and `needs-answer` where a question would have to be asked that was not.
 */
export async function readOnceMore(
  context: CheckContext,
  check: CheckRecord,
  signal: AbortSignal,
): Promise<PreparedImage> {
  const { prepared } = await readSame(context, check, signal);
  if (!('image' in prepared)) throw new AppError({ code: 'media-changed' });
  return prepared;
}

/** Throws where an administrator lets nothing but original files be sent. */
async function admitChanged(): Promise<void> {
  const { onlyOriginalFiles } = await readPolicy();
  if (onlyOriginalFiles) throw new AppError({ code: 'only-originals' });
}

async function readSame(context: CheckContext, check: CheckRecord, signal: AbortSignal): Promise<ReadMedia> {
  await admitCheck(check);
  const located = await locateMedia(check);
  if (!('media' in located)) throw new AppError({ code: 'media-changed' });
  const { media } = located;
  await admitCheck({ ...check, media });
  const { reasons, site } = await reasonsToAsk(media);
  if (unanswered(check, reasons, site).length > 0) throw new AppError({ code: 'needs-answer' });
  const unwatched = { signal, onProgress: () => undefined, onConverting: () => undefined };
  const read = await readMedia(context, { ...check, media }, { ...unwatched, isFileAlone: true, isUnconverted: true });
  signal.throwIfAborted();
  const { sha256: digest, originalSha256 = digest } = check.read ?? {};
  if (!('prepared' in read) || (await sha256(bodyOf(read))) !== originalSha256)
    throw new AppError({ code: 'media-changed' });
  return read;
}

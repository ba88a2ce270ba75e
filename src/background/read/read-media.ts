import type { CheckRecord } from '../../core/check/check-record.ts';
import { isLocalFile, type PageMedia } from '../../core/check/media-reference.ts';
import { AppError, isAppError } from '../../core/errors/app-error.ts';
import type { ErrorData } from '../../core/errors/error-data.ts';
import { settingsItem } from '../../core/store/settings-item.ts';
import { lookAtVideoInPage } from '../page-link/clip-link.ts';
import { IMAGE_LIMIT_BYTES } from '../service/endpoints.ts';
import { readScreenFrames } from './frame-reader.ts';
import { requireSize } from './identify-image.ts';
import { hasSeenThrough } from './locate-media.ts';
import { prepareImage } from './prepare-image.ts';
import type { ReadMedia, ReadOptions, ReadOutcome } from './read-outcome.ts';
import { cutFromScreen, readPicture } from './read-picture.ts';
import { readGivenVideo, readVideo } from './read-video.ts';
import type { LocalFiles } from './remembered.ts';

/** The same errors in the words for a file: there is no page to look at again. */
function asOfFile(error: ErrorData): ErrorData {
  switch (error.code) {
    case 'not-a-video':
      return { code: 'file-unusable', reason: 'not-a-picture' };
    case 'not-a-picture':
      return { ...error, code: 'file-unusable', reason: 'not-a-picture' };
    case 'damaged-picture':
      return { code: 'file-unusable', reason: 'damaged' };
    case 'blank-picture':
      return { code: 'file-unusable', reason: 'blank' };
    case 'drawing':
      return { code: 'format-unsupported', format: 'SVG' };
    default:
      return error;
  }
}

/** By the user's choice: frames of a video that plays, else the one picture that is on the screen. */
export async function readScreen(check: CheckRecord, signal: AbortSignal): Promise<ReadMedia> {
  const { id, media } = check;
  if (isLocalFile(media) || media.kind !== 'video') return cutFromScreen(check);
  const look = await lookAtVideoInPage(id, media, signal);
  if ('refused' in look) return cutFromScreen(check);
  const { clipSeconds } = await settingsItem.get();
  return readScreenFrames(id, media, { seconds: clipSeconds, signal });
}

/** What reading goes by: the network, and the files the user gave. */
interface ReadSources {
  readonly fetch: typeof globalThis.fetch;
  readonly files: LocalFiles;
}

/** Reads the bytes of a check's media: by the ladder, or those of the file the user gave. */
export async function readMedia(
  { fetch, files }: ReadSources,
  check: CheckRecord,
  options: ReadOptions,
): Promise<ReadOutcome> {
  const { media } = check;
  if (isLocalFile(media)) return readFile(files, check, options);
  if (media.kind === 'video') return readVideo(fetch, check, media, options);
  return readImage(fetch, check, media, options.signal);
}

async function readFile(files: LocalFiles, check: CheckRecord, options: ReadOptions): Promise<ReadOutcome> {
  const file = files.get(check.id);
  if (!file) throw new AppError({ code: 'file-forgotten' });
  try {
    if (check.media.kind === 'video') return await readGivenVideo(check, file, options);
    return { prepared: await prepareImage(file, { shown: 'a-file', signal: options.signal }), method: 'file' };
  } catch (error) {
    throw isAppError(error) ? new AppError(asOfFile(error.data), { cause: error }) : error;
  }
}

/** Reads an image in a page, by the first step of the ladder that has it. What is clear counts only where nothing is seen through it. */
async function readImage(
  fetch: typeof globalThis.fetch,
  check: CheckRecord,
  media: PageMedia,
  signal: AbortSignal,
): Promise<ReadOutcome> {
  const limits = { maxBytes: IMAGE_LIMIT_BYTES };
  const admitSize = (size: number) => requireSize({ size });
  try {
    const read = await readPicture({ check, media, limits, admitSize, fetch, signal });
    const isClear = 'prepared' in read && read.prepared.isClear;
    return isClear && (await hasSeenThrough(check)) ? { isSeenThrough: true } : read;
  } catch (error) {
    if (!isAppError(error)) throw error;
    const { data } = error;
    if (data.code === 'led-to-private') return { ledToPrivate: data.host };
    if (data.code === 'blank-picture' && data.isClear && (await hasSeenThrough(check))) return { isSeenThrough: true };
    throw error;
  }
}

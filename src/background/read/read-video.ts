import type { CheckRecord } from '../../core/check/check-record.ts';
import type { PageMedia } from '../../core/check/media-reference.ts';
import { AppError, isAppError, isErrorWith } from '../../core/errors/app-error.ts';
import { settingsItem } from '../../core/store/settings-item.ts';
import { inDocument } from '../offscreen-link/in-document.ts';
import { recordClipInPage } from '../page-link/clip-link.ts';
import { VIDEO_LIMIT_BYTES } from '../service/endpoints.ts';
import { isLong } from '../store/check-state.ts';
import { readPolicy } from '../store/policy.ts';
import { CLIP_ERRORS, readFrames } from './frame-reader.ts';
import type { VideoContainer } from './identify-video.ts';
import { isoSeconds } from './iso-tracks.ts';
import type { PreparedVideo, ReadOptions, ReadOutcome } from './read-outcome.ts';
import { containerOf, readVideoFile } from './read-video-file.ts';
import type { Reading } from './reading.ts';
import { sha256 } from './sha256.ts';

/** Longest time the whole of a video may take to be read, in milliseconds: 500 MB at 2.5 Mbit/s. */
const WHOLE_LIMIT_MS = 1_600_000;

const MB = 1_000_000;

/**
 * Reads a video's file, by the first step that has it; where none has, what is playing is recorded. What is no file but a stream is
 * recorded in any way there is, its screen included; where a file cannot be had, by the element's own frames alone, since the screen
 * is the user's to choose then.
 */
export async function readVideo(
  fetch: typeof globalThis.fetch,
  check: CheckRecord,
  media: PageMedia,
  options: ReadOptions,
): Promise<ReadOutcome> {
  const { signal, onProgress } = options;
  const { url, isUrlCut } = media;
  const stream = async () => {
    if ((await readPolicy()).onlyOriginalFiles) throw new AppError({ code: 'only-originals' });
    if (options.isFileAlone) throw new AppError({ code: 'video-stream' });
    return readClip(check, media, { ...options, mayUseScreen: true });
  };
  if (url === undefined && media.isFound) return stream(); // A camera, or what a worker feeds in pieces.
  if (url === undefined || isUrlCut) throw new AppError({ code: 'page-gone' });
  const rule = await sizeRule(check);
  try {
    const reading = { check, media, fetch, wholeLimitMs: WHOLE_LIMIT_MS, signal, onProgress, ...rule };
    const read = await readVideoFile(url, reading);
    if ('accessNeededFor' in read) return read;
    rule.admitSize(read.file.size);
    if (read.container.isList) return await stream(); // Its pieces are elsewhere: what plays is recorded.
    return { prepared: await prepare(read.file, read.container, options), method: read.method };
  } catch (error) {
    if (isAppError(error) && error.data.code === 'led-to-private') return { ledToPrivate: error.data.host };
    if (isAppError(error) && error.data.code === 'large') return { largeBytes: error.data.sizeBytes };
    if (!isErrorWith(error, 'video-file-elsewhere')) throw error;
    // What only the page can read and does not: a script feeds it in pieces (Media Source Extensions).
    if (url.startsWith('blob:') && error.data.code === 'media-unreadable') return stream();
    return clipInPlaceOf(error, check, media, options);
  }
}

/** What is playing, in the place of a file that cannot be had; throws why not, where its frames may not be read either. */
async function clipInPlaceOf(
  failure: AppError,
  check: CheckRecord,
  media: PageMedia,
  options: ReadOptions,
): Promise<ReadOutcome> {
  const { onlyOriginalFiles } = await readPolicy();
  if (options.isFileAlone || !media.isFound || onlyOriginalFiles) throw failure;
  try {
    return await readClip(check, media, { ...options, mayUseScreen: false });
  } catch (error) {
    options.signal.throwIfAborted();
    throw isAppError(error) ? failure : error;
  }
}

/** Reads a video that the user gave as a file. */
export async function readGivenVideo(check: CheckRecord, file: Blob, options: ReadOptions): Promise<ReadOutcome> {
  try {
    (await sizeRule(check)).admitSize(file.size);
    return { prepared: await prepare(file, await containerOf(file), options), method: 'file' };
  } catch (error) {
    if (isAppError(error) && error.data.code === 'large') return { largeBytes: error.data.sizeBytes };
    throw error;
  }
}

/** How large a video may be: for the service, and to be read without a question. */
async function sizeRule({ agreed = [] }: CheckRecord): Promise<Pick<Reading, 'limits' | 'admitSize'>> {
  const { askVideoAboveMb } = await settingsItem.get();
  const [maxBytes, askAboveBytes] = [VIDEO_LIMIT_BYTES, askVideoAboveMb * MB];
  const isAgreed = agreed.includes('large');
  return {
    limits: { maxBytes, ...(!isAgreed && { askAboveBytes }) },
    admitSize: (sizeBytes) => {
      if (sizeBytes > maxBytes) throw new AppError({ code: 'too-large', limitBytes: maxBytes, sizeBytes });
      if (sizeBytes > askAboveBytes && !isAgreed) throw new AppError({ code: 'large', sizeBytes });
    },
  };
}

/** Records what is playing; where that cannot be, its frames have to do. */
async function readClip(
  { id }: CheckRecord,
  media: PageMedia,
  options: ReadOptions & { readonly mayUseScreen: boolean },
): Promise<ReadOutcome> {
  const { signal, mayUseScreen } = options;
  const { clipSeconds } = await settingsItem.get();
  const clip = await recordClipInPage(id, media, clipSeconds, signal);
  if ('refused' in clip && clip.refused === 'unsupported') {
    return readFrames(id, media, { seconds: clipSeconds, signal, mayUseScreen });
  }
  if ('refused' in clip) throw new AppError(CLIP_ERRORS[clip.refused]);
  const { blob, ...range } = clip;
  return { prepared: await prepare(blob, await containerOf(blob), options), method: 'clip', range };
}

/** A file of a container the service takes goes as it is; others are put into an MP4. */
async function prepare(
  file: Blob,
  { type, name, isTaken }: VideoContainer,
  { signal, onConverting, isUnconverted }: ReadOptions,
): Promise<PreparedVideo> {
  if (isTaken || isUnconverted) {
    const durationSeconds = await isoSeconds(file);
    return { video: file.slice(0, file.size, type), ...(durationSeconds !== undefined && { durationSeconds }) };
  }
  onConverting(0);
  const order = { file, name, maxBytes: VIDEO_LIMIT_BYTES };
  const { video, isReencoded } = await inDocument().convertVideo(order, { signal, onProgress: onConverting });
  const converted = { video, original: file, convertedFrom: name };
  if (isReencoded) return { ...converted, isReencoded };
  const durationSeconds = (await isoSeconds(video)) ?? 0;
  if (!isLong(durationSeconds)) return converted;
  return { ...converted, durationSeconds, originalSha256: await sha256(file) };
}

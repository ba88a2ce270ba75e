import type { CheckRecord } from '../../core/check/check-record.ts';
import type { PageMedia } from '../../core/check/media-reference.ts';
import { AppError, isAppError } from '../../core/errors/app-error.ts';
import { BACKGROUND_CACHE, fetchOriginal } from '../../core/media/fetch-original.ts';
import type { ReadLimits } from '../../core/media/page-media.ts';
import { settingsItem } from '../../core/store/settings-item.ts';
import { hasSiteAccess } from '../browser/granted-sites.ts';
import { withReferrer } from '../browser/referrer-rule.ts';
import { inDocument } from '../offscreen-link/in-document.ts';
import { recordClipInPage } from '../page-link/clip-link.ts';
import { VIDEO_LIMIT_BYTES } from '../service/client.ts';
import { admitAddress, guarded, readAdmitted } from './admit-address.ts';
import { CLIP_ERRORS } from './clip-errors.ts';
import { readFrames } from './frame-reader.ts';
import { identifyVideo, type VideoContainer } from './identify-video.ts';
import { pageReferrer } from './page-referrer.ts';
import type { PreparedVideo, ReadOptions, ReadOutcome } from './read-outcome.ts';
import { readVideo } from './read-video.ts';

/** Longest time the whole of a video may take to be read, in milliseconds: 500 MB at 2.5 Mbit/s. */
const WHOLE_LIMIT_MS = 1_600_000;

const MB = 1_000_000;

/** Reads a video's file, by the first step that has it. */
export function videoReader(fetch: typeof globalThis.fetch) {
  return async (check: CheckRecord, media: PageMedia, options: ReadOptions): Promise<ReadOutcome> => {
    const { signal, onProgress } = options;
    const { url, isUrlCut, frameUrl, pageUrl } = media;
    const clip = () => {
      if (options.isFileAlone) throw new AppError({ code: 'video-stream' });
      return readClip(check, media, options);
    };
    if (media.isCamera) return clip();
    if (url === undefined || isUrlCut) throw new AppError({ code: 'page-gone' });
    const { limits, admitSize } = await sizeRule(check);
    const parts = {
      fetch,
      maxBytes: limits.maxBytes,
      wholeLimitMs: WHOLE_LIMIT_MS,
      onProgress,
      admit: (address: string) => admitAddress(check, address),
      admitSize,
    };
    try {
      const read = await readVideo(url, {
        readInPage: () => readAdmitted(check, media, { limits, admitSize, signal, onProgress }),
        fetchFile: (credentials, referrer) => {
          const how = { ...parts, cache: BACKGROUND_CACHE[credentials] };
          const step = () => guarded(check, credentials, () => fetchOriginal(url, credentials, how, signal));
          return referrer === undefined ? step() : withReferrer(url, referrer, step);
        },
        referrer: pageReferrer(frameUrl ?? pageUrl, url),
        hasAccess: hasSiteAccess,
        requireVideo: async (file) => void (await container(file)),
      });
      if ('accessNeededFor' in read) return read;
      admitSize(read.file.size);
      const found = await container(read.file);
      if (found.isList) return await readClip(check, media, options); // Its pieces are elsewhere: what plays is recorded.
      return { prepared: await prepare(read.file, found, options), method: read.method };
    } catch (error) {
      if (isAppError(error) && error.data.code === 'led-to-private') return { ledToPrivate: error.data.host };
      // What only the page can read and does not: a script feeds it in pieces (Media Source Extensions).
      const isUnread = isAppError(error) && error.data.code === 'media-unreadable';
      if (isUnread && url.startsWith('blob:')) return clip();
      if (isAppError(error) && error.data.code === 'large') return { largeBytes: error.data.sizeBytes };
      throw error;
    }
  };
}

/** Reads a video that the user gave as a file. */
export async function readGivenVideo(check: CheckRecord, file: Blob, options: ReadOptions): Promise<ReadOutcome> {
  try {
    (await sizeRule(check)).admitSize(file.size);
    return { prepared: await prepare(file, await container(file), options), method: 'file' };
  } catch (error) {
    if (isAppError(error) && error.data.code === 'large') return { largeBytes: error.data.sizeBytes };
    throw error;
  }
}

interface SizeRule {
  readonly limits: ReadLimits;
  /** Throws for more than is taken, or than is read without a question. */
  readonly admitSize: (sizeBytes: number) => void;
}

async function sizeRule({ agreed = [] }: CheckRecord): Promise<SizeRule> {
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

/** Records what is playing, where there is no file; where that cannot be, its frames have to do. */
async function readClip({ id }: CheckRecord, media: PageMedia, options: ReadOptions): Promise<ReadOutcome> {
  const { signal } = options;
  const { clipSeconds } = await settingsItem.get();
  const clip = await recordClipInPage(id, media, clipSeconds, signal);
  if ('refused' in clip && clip.refused === 'unsupported') {
    return readFrames(id, media, { seconds: clipSeconds, signal });
  }
  if ('refused' in clip) throw new AppError(CLIP_ERRORS[clip.refused]);
  const { blob, ...range } = clip;
  return { prepared: await prepare(blob, await container(blob), options), method: 'clip', range };
}

async function container(file: Blob) {
  const found = await identifyVideo(file);
  if (!found) throw new AppError({ code: 'not-a-video' });
  return found;
}

/** A file of a container the service takes goes as it is; others are put into an MP4. */
async function prepare(
  file: Blob,
  { type, name, isTaken }: VideoContainer,
  { signal, onConverting }: ReadOptions,
): Promise<PreparedVideo> {
  if (isTaken) return { video: file.slice(0, file.size, type) };
  onConverting(0);
  const { video, isReencoded } = await inDocument().convertVideo(file, name, { signal, onProgress: onConverting });
  return { video, original: file, convertedFrom: name, ...(isReencoded && { isReencoded }) };
}

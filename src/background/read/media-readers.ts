import type { CheckRecord } from '../../core/check/check-record.ts';
import { isLocalFile, type PageMedia } from '../../core/check/media-reference.ts';
import type { Validators } from '../../core/check/read-report.ts';
import { AppError, isAppError } from '../../core/errors/app-error.ts';
import type { ErrorData } from '../../core/errors/error-data.ts';
import { BACKGROUND_CACHE, fetchOriginal } from '../../core/media/fetch-original.ts';
import type { ShownPicture } from '../../core/media/page-media.ts';
import { readPolicy } from '../../core/store/policy.ts';
import { settingsItem } from '../../core/store/settings-item.ts';
import { captureTab } from '../browser/capture-tab.ts';
import { hasSiteAccess } from '../browser/granted-sites.ts';
import { withReferrer } from '../browser/referrer-rule.ts';
import { inDocument } from '../offscreen-link/in-document.ts';
import { lookAtVideoInPage } from '../page-link/clip-link.ts';
import { readPixelsInPage, whileCapturable } from '../page-link/page-link.ts';
import { IMAGE_LIMIT_BYTES, SERVICE_IMAGE_TYPES } from '../service/client.ts';
import { admitAddress, guarded, readAdmitted } from './admit-address.ts';
import { cropScreen } from './crop-screen.ts';
import { readScreenFrames } from './frame-reader.ts';
import { requireSize } from './identify-image.ts';
import { pageReferrer } from './page-referrer.ts';
import { type PreparedImage, prepareImage } from './prepare-image.ts';
import type { ReadMedia, ReadOptions, ReadOutcome } from './read-outcome.ts';
import { readPicture, type ScreenRead } from './read-picture.ts';
import type { LocalFiles } from './remembered.ts';
import { readGivenVideo, videoReader } from './video-reader.ts';

const LIMITS = { types: SERVICE_IMAGE_TYPES, maxBytes: IMAGE_LIMIT_BYTES };

function prepare(read: Blob, shown?: ShownPicture | 'a-file'): Promise<PreparedImage> {
  return prepareImage(read, shown, {
    limits: LIMITS,
    decode: (image) => createImageBitmap(image),
    rasterise: inDocument().rasterise,
  });
}

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

async function cutFromScreen({ id, media }: CheckRecord): Promise<ScreenRead> {
  if (isLocalFile(media)) throw new AppError({ code: 'media-gone' }); // A file is on no screen.
  return whileCapturable(id, media, async (area) => {
    const screen = await captureTab(media.tabId);
    const prepared = await prepare(await cropScreen(screen, area));
    return { prepared, method: 'screen' as const, isPartial: area.isPartial };
  });
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
  if (media.kind === 'video') return videoReader(fetch)(check, media, options);
  return readInTab(fetch, check, media, options.signal);
}

async function readFile(files: LocalFiles, check: CheckRecord, options: ReadOptions): Promise<ReadOutcome> {
  const file = files.get(check.id);
  if (!file) throw new AppError({ code: 'file-forgotten' });
  try {
    if (check.media.kind === 'video') return await readGivenVideo(check, file, options);
    return { prepared: await prepare(file, 'a-file'), method: 'file' };
  } catch (error) {
    throw isAppError(error) ? new AppError(asOfFile(error.data), { cause: error }) : error;
  }
}

async function readInTab(
  fetch: typeof globalThis.fetch,
  check: CheckRecord,
  media: PageMedia,
  signal: AbortSignal,
): Promise<ReadOutcome> {
  const { url = '', isUrlCut, pageUrl, frameUrl } = media;
  let validators: Validators | undefined;
  const onValidators = (told: Validators | undefined) => {
    validators = told;
  };
  const picture = readPicture(media.url, {
    readInPage: async () => {
      const admitSize = (size: number) => requireSize({ size }, LIMITS);
      const read = await readAdmitted(check, media, { limits: { maxBytes: LIMITS.maxBytes }, admitSize, signal });
      onValidators('blob' in read ? read.validators : undefined);
      return read;
    },
    fetchOriginal: async (credentials, referrer) => {
      if (isUrlCut) throw new AppError({ code: 'page-gone' }); // The page alone still had the whole of it.
      const cache = BACKGROUND_CACHE[credentials];
      const admit = (address: string) => admitAddress(check, address);
      const parts = { fetch, maxBytes: LIMITS.maxBytes, cache, admit, onValidators } as const;
      const read = () => guarded(check, credentials, () => fetchOriginal(url, credentials, parts, signal));
      return referrer === undefined ? read() : withReferrer(url, referrer, read);
    },
    referrer: pageReferrer(frameUrl ?? pageUrl, url),
    hasAccess: hasSiteAccess,
    prepare,
    readPixels: () => readPixelsInPage(check.id, media),
    readScreen: async () => {
      const { disableScreenCapture } = await readPolicy();
      if (disableScreenCapture) throw new AppError({ code: 'capture-disabled' });
      return cutFromScreen(check);
    },
  });
  try {
    const read = await picture;
    const isFile = 'method' in read && read.method !== 'pixels' && read.method !== 'screen';
    const isLast = isFile && !read.prepared.isSmaller; // What is smaller may be of an earlier answer.
    return isLast && validators ? { ...read, validators } : read;
  } catch (error) {
    if (isAppError(error) && error.data.code === 'led-to-private') return { ledToPrivate: error.data.host };
    throw error;
  }
}

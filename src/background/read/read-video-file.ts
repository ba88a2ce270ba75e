import { AppError, isErrorWith } from '../../core/errors/app-error.ts';
import { PICTURES_WITHOUT_END } from '../../core/media/fetch-original.ts';
import { hasSiteAccess } from '../browser/granted-sites.ts';
import { identifyVideo, type VideoContainer } from './identify-video.ts';
import {
  type BackgroundStep,
  backgroundSteps,
  type Reading,
  readByBackground,
  readByPage,
  requireWhole,
} from './reading.ts';

/** A video's file, or the origin whose permission is missing to read it. */
export type VideoRead =
  | { readonly file: Blob; readonly container: VideoContainer; readonly method: 'page' | BackgroundStep['method'] }
  | { readonly accessNeededFor: string };

/**
 * The ladder for a video's file. Where the background may read it, the background does so first, since only it can tell
 * how far it has got; what only the page has (`blob:`, `data:`), the page reads. A page in the video's place is passed over.
 */
export async function readVideoFile(url: string, reading: Reading): Promise<VideoRead> {
  const { protocol, origin } = new URL(url);
  const isWeb = protocol === 'http:' || protocol === 'https:';
  const mayFetch = isWeb && (await hasSiteAccess(origin));
  let failure = new AppError({ code: 'media-unreadable' });
  for (const step of [...(mayFetch ? backgroundSteps(reading.media, url) : []), undefined]) {
    try {
      const file = step ? (await readByBackground(reading, url, step)).blob : await fileOfPage(reading);
      return { file, container: await containerOf(file), method: step?.method ?? 'page' };
    } catch (error) {
      if (!isErrorWith(error, 'video-file-elsewhere')) throw error;
      if (error.data.code !== 'media-unreadable' || error.data.status !== undefined) failure = error; // It tells why.
    }
  }
  // A refusal that the page was told stays one, whatever is permitted.
  const isRefused = failure.data.code === 'media-unreadable' && failure.data.status !== undefined;
  if (isWeb && !mayFetch && !isRefused) return { accessNeededFor: origin };
  throw failure;
}

async function fileOfPage(reading: Reading): Promise<Blob> {
  const read = await readByPage(reading);
  if ('blob' in read) {
    await requireWhole(read.blob);
    return read.blob;
  }
  if (read.isEndless) throw new AppError(PICTURES_WITHOUT_END);
  throw new AppError({ code: 'media-unreadable', ...('status' in read && { status: read.status }) });
}

/** What a file of moving pictures is. Throws `not-a-video` for what is none. */
export async function containerOf(file: Blob): Promise<VideoContainer> {
  const found = await identifyVideo(file);
  if (!found) throw new AppError({ code: 'not-a-video' });
  return found;
}

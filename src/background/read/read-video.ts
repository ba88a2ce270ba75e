import { AppError, isErrorWith } from '../../core/errors/app-error.ts';
import { PICTURES_WITHOUT_END } from '../../core/media/fetch-original.ts';
import type { PageRead } from '../../core/media/page-media.ts';

/** The steps by which a video's file is had. */
export type VideoMethod = 'page' | 'direct' | 'direct-with-cookies' | 'direct-with-referrer';

/** A video's file, or the origin whose permission is missing to read it. */
export type VideoRead = { readonly file: Blob; readonly method: VideoMethod } | { readonly accessNeededFor: string };

/** How each step reads. */
export interface VideoReadParts {
  readInPage(): Promise<PageRead>;
  fetchFile(credentials: 'omit' | 'include', referrer?: string): Promise<Blob>;
  /** What the page sends as its referrer for this video, where it sends one. */
  readonly referrer: string | undefined;
  hasAccess(origin: string): Promise<boolean>;
  /** Throws for what is no video: a page in its place is passed over. */
  requireVideo(file: Blob): Promise<void>;
}

/**
 * The ladder for a video's file. Where the background may read it, the background does so first, since only it can tell
 * how far it has got; what only the page has (`blob:`, `data:`), the page reads.
 */
export async function readVideo(url: string, parts: VideoReadParts): Promise<VideoRead> {
  const { protocol, origin } = new URL(url);
  const isWeb = protocol === 'http:' || protocol === 'https:';
  const mayFetch = isWeb && (await parts.hasAccess(origin));
  let failure = new AppError({ code: 'media-unreadable' });
  for (const [method, read] of steps(mayFetch, parts)) {
    try {
      const file = await read();
      await parts.requireVideo(file);
      return { file, method };
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

function steps(mayFetch: boolean, parts: VideoReadParts): readonly (readonly [VideoMethod, () => Promise<Blob>])[] {
  const { readInPage, fetchFile, referrer } = parts;
  const inPage = async () => {
    const read = await readInPage();
    if ('blob' in read) return read.blob;
    if (read.isEndless) throw new AppError(PICTURES_WITHOUT_END);
    throw new AppError({ code: 'media-unreadable', ...('status' in read && { status: read.status }) });
  };
  if (!mayFetch) return [['page', inPage]];
  return [
    ['direct', () => fetchFile('omit')],
    ['direct-with-cookies', () => fetchFile('include')],
    ...(referrer === undefined ? [] : [['direct-with-referrer', () => fetchFile('include', referrer)] as const]),
    ['page', inPage],
  ];
}

import { AppError, isAppError } from '../errors/app-error.ts';
import { type ImageLimits, judgeImage } from './judge-image.ts';
import type { PageRead } from './page-media.ts';

/** The steps of the ladder that give the original file, in their order. */
export type OriginalMethod = 'page' | 'direct' | 'direct-with-cookies';

/** The original file, or the origin whose permission is missing to read it. */
export type OriginalRead =
  | { readonly image: Blob; readonly method: OriginalMethod }
  | { readonly accessNeededFor: string };

/** How each step reads. */
export interface OriginalReadParts {
  readInPage(): Promise<PageRead>;
  fetchOriginal(credentials: 'omit' | 'include'): Promise<Blob>;
  hasAccess(origin: string): Promise<boolean>;
  readonly limits: ImageLimits;
}

/**
 * The ladder of bytes, down to the original file: the page first (it reads as the user sees), then the background, without
 * cookies, then with them. A step that gives no picture (a login page, a placeholder of HTML) is passed over; a picture
 * that is too large or of a format that is not sent ends the ladder, since further steps would read the same.
 */
export async function readOriginal(url: string, parts: OriginalReadParts): Promise<OriginalRead> {
  const { readInPage, fetchOriginal, hasAccess, limits } = parts;
  const inPage = await readInPage();
  let failure = new AppError({ code: 'media-unreadable' });
  if ('blob' in inPage) {
    const image = await attempt(() => judgeImage(inPage.blob, limits));
    if (image instanceof Blob) return { image, method: 'page' };
    failure = image;
  }
  const { protocol, origin } = new URL(url);
  // A blob address means nothing outside its own page, and the background reads no files and no browser pages.
  if (!READABLE_PROTOCOLS.includes(protocol)) throw failure;
  if (protocol !== 'data:' && !(await hasAccess(origin))) {
    // The page could ask and was refused: a permission would not change the answer of the page's own server.
    if ('status' in inPage) throw new AppError({ code: 'media-unreadable', status: inPage.status });
    return { accessNeededFor: origin };
  }
  for (const [credentials, method] of BACKGROUND_STEPS) {
    const image = await attempt(async () => judgeImage(await fetchOriginal(credentials), limits));
    if (image instanceof Blob) return { image, method };
    failure = image;
  }
  throw failure;
}

/** What the background can fetch. */
const READABLE_PROTOCOLS = ['http:', 'https:', 'data:'];

const BACKGROUND_STEPS: readonly (readonly ['omit' | 'include', OriginalMethod])[] = [
  ['omit', 'direct'],
  ['include', 'direct-with-cookies'],
];

/** The image, or the reason why the next step may still have it. Any other failure ends the ladder. */
async function attempt(step: () => Promise<Blob>): Promise<Blob | AppError> {
  try {
    return await step();
  } catch (error) {
    if (isAppError(error) && (error.data.code === 'not-a-picture' || error.data.code === 'media-unreadable'))
      return error;
    throw error;
  }
}

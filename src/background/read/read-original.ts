import { AppError, isAppError, isErrorWith } from '../../core/errors/app-error.ts';
import { PICTURES_WITHOUT_END } from '../../core/media/fetch-original.ts';
import type { PageRead, ShownPicture } from '../../core/media/page-media.ts';
import type { PreparedImage } from './prepare-image.ts';

/** The steps of the ladder that give the original file, in their order. */
export type OriginalMethod = 'page' | 'direct' | 'direct-with-cookies' | 'direct-with-referrer';

interface OriginalFile {
  readonly prepared: PreparedImage;
  readonly method: OriginalMethod;
}

/** The original file, or the origin whose permission is missing to read it. */
export type OriginalRead = OriginalFile | { readonly accessNeededFor: string };

/** How each step reads. */
export interface OriginalReadParts {
  readInPage(): Promise<PageRead>;
  fetchOriginal(credentials: 'omit' | 'include', referrer?: string): Promise<Blob>;
  /** What the page sends as its referrer for this image, where it sends one. */
  readonly referrer?: string | undefined;
  hasAccess(origin: string): Promise<boolean>;
  /** Judges what was read, and makes it fit to be sent. */
  prepare(read: Blob, shown: ShownPicture | undefined): Promise<PreparedImage>;
}

/**
 * The ladder of bytes, down to the original file: the page first (it reads as the user sees), then the background, without
 * cookies, then with them, then with the page's referrer too. A step that gives no picture (a login page, a placeholder of HTML) is passed over; a picture
 * that is too large or of a format that is not sent ends the ladder, since further steps would read the same. A file smaller
 * than what is shown counts only when no step has the whole size.
 */
export async function readOriginal(url: string, parts: OriginalReadParts): Promise<OriginalRead> {
  const { readInPage, fetchOriginal, hasAccess, prepare } = parts;
  const inPage = await readInPage();
  const shown = 'shown' in inPage ? inPage.shown : undefined;
  let failure = new AppError({ code: 'media-unreadable' });
  let smaller: OriginalFile | undefined;
  /** What a step read, if it is the picture in its whole size. */
  const take = async (method: OriginalMethod, read: () => Promise<Blob>): Promise<OriginalFile | undefined> => {
    const prepared = await attempt(async () => prepare(await read(), shown));
    if (isAppError(prepared)) failure = prepared;
    else if (!prepared.isSmaller) return { prepared, method };
    else smaller ??= { prepared, method };
    return undefined;
  };
  if ('blob' in inPage) {
    const file = await take('page', async () => inPage.blob);
    if (file) return file;
    // The page asks as its element does: who gives it something else has no one picture, but the element's pixels are there.
    if (failure.data.code === 'other-picture' && shown?.print) throw failure;
  } else if (inPage.isEndless) throw new AppError(PICTURES_WITHOUT_END);
  const { protocol, origin } = new URL(url);
  // A blob address means nothing outside its own page, and the background reads no browser pages; files are read nowhere.
  if (protocol === 'file:') throw new AppError({ code: 'file-address' });
  if (!READABLE_PROTOCOLS.includes(protocol)) throw failure;
  if (protocol !== 'data:' && !(await hasAccess(origin))) {
    // The page asked as its element did and was refused: a permission would not change the answer.
    if ('status' in inPage) throw new AppError({ code: 'media-unreadable', status: inPage.status });
    return smaller ?? { accessNeededFor: origin };
  }
  for (const { method, credentials, hasReferrer } of BACKGROUND_STEPS) {
    if (hasReferrer && parts.referrer === undefined) continue;
    const read = () => (hasReferrer ? fetchOriginal(credentials, parts.referrer) : fetchOriginal(credentials));
    const file = await take(method, read);
    if (file) return file;
  }
  if (smaller) return smaller;
  throw failure;
}

/** What the background can fetch. */
const READABLE_PROTOCOLS = ['http:', 'https:', 'data:'];

interface BackgroundStep {
  readonly method: OriginalMethod;
  readonly credentials: 'omit' | 'include';
  readonly hasReferrer?: true;
}

/** Each tells the image's site more than the one before. The page itself told both cookies and referrer. */
const BACKGROUND_STEPS: readonly BackgroundStep[] = [
  { method: 'direct', credentials: 'omit' },
  { method: 'direct-with-cookies', credentials: 'include' },
  { method: 'direct-with-referrer', credentials: 'include', hasReferrer: true },
];

/** The image, or the reason why the next step may still have it. Any other failure ends the ladder. */
async function attempt(step: () => Promise<PreparedImage>): Promise<PreparedImage | AppError> {
  try {
    return await step();
  } catch (error) {
    if (isErrorWith(error, 'image-file-elsewhere')) return error;
    throw error;
  }
}

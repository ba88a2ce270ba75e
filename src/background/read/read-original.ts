import type { Validators } from '../../core/check/read-report.ts';
import { AppError, isErrorWith } from '../../core/errors/app-error.ts';
import { type FetchedFile, PICTURES_WITHOUT_END } from '../../core/media/fetch-original.ts';
import type { PageRead } from '../../core/media/page-media.ts';
import { ownerOf } from '../at-most.ts';
import { hasSiteAccess } from '../browser/granted-sites.ts';
import { type PreparedImage, prepareImage } from './prepare-image.ts';
import {
  type BackgroundStep,
  backgroundSteps,
  type Reading,
  readByBackground,
  readByPage,
  requireWhole,
} from './reading.ts';

/** The steps of the ladder that give the original file. */
export type OriginalMethod = 'page' | BackgroundStep['method'];

/** A file as its server gives it. */
export interface OriginalFile {
  readonly prepared: PreparedImage;
  readonly method: OriginalMethod;
  readonly validators?: Validators;
  /** Nothing that was read vouches for it to be the image that is shown. */
  readonly doubt?: 'changing' | 'unsure';
  /** Reads it once more, in the same way. */
  readonly readAgain: () => Promise<FetchedFile>;
}

/** The original file, or the origin whose permission is missing to read it. */
export type OriginalRead = OriginalFile | { readonly accessNeededFor: string };

/** What the background can fetch. */
const READABLE_PROTOCOLS = ['http:', 'https:', 'data:'];

/**
 * The ladder of bytes, down to the original file: the page first (it reads as the user sees), then the background, without
 * cookies, then with them, then with the page's referrer too. A step that gives no picture (a login page, a placeholder of HTML)
 * is passed over; a picture that is too large or of a format that is not sent ends the ladder, since further steps would read the
 * same. A file smaller than what is shown counts only when no step has the whole size.
 */
export async function readOriginal(url: string, reading: Reading): Promise<OriginalRead> {
  const { check, signal } = reading;
  const inPage = await readByPage(reading);
  let failure = new AppError({ code: 'media-unreadable' });
  let smaller: OriginalFile | undefined;
  /** What a step read, if it is the picture in its whole size. */
  const take = async (method: OriginalMethod, read: () => Promise<FetchedFile>) => {
    try {
      const { blob, validators, doubt } = await read();
      const prepared = await prepareImage(blob, { shown: inPage.shown, owner: ownerOf(check), signal });
      // A print was compared; and what the page has in its cache is what it shows, unless it may not keep it.
      const isVouched = inPage.shown?.print !== undefined || (method === 'page' && doubt === 'unsure');
      const file = { prepared, method, readAgain: read, ...(doubt && !isVouched && { doubt }) };
      if (!prepared.isSmaller) return { ...file, ...(validators && doubt !== 'changing' && { validators }) };
      smaller ??= file;
    } catch (error) {
      if (!isErrorWith(error, 'image-file-elsewhere')) throw error;
      failure = error;
    }
    return undefined;
  };
  if ('blob' in inPage) {
    let had: PageRead | undefined = inPage;
    const file = await take('page', async () => {
      const read = had ?? (await readByPage(reading));
      had = undefined;
      if (!('blob' in read)) throw new AppError({ code: 'media-unreadable' });
      await requireWhole(read.blob);
      return read;
    });
    if (file) return file;
    // The page asks as its element does: who gives it something else has no one picture, but the element's pixels are there.
    if (failure.data.code === 'other-picture' && inPage.shown?.print) throw failure;
  } else if (inPage.isEndless) throw new AppError(PICTURES_WITHOUT_END);
  const { protocol, origin } = new URL(url);
  // A blob address means nothing outside its own page, and the background reads no browser pages; files are read nowhere.
  if (protocol === 'file:') throw new AppError({ code: 'file-address' });
  if (!READABLE_PROTOCOLS.includes(protocol)) throw failure;
  if (protocol !== 'data:' && !(await hasSiteAccess(origin))) {
    // The page asked as its element did and was refused: a permission would not change the answer.
    if ('status' in inPage) throw new AppError({ code: 'media-unreadable', status: inPage.status });
    return smaller ?? { accessNeededFor: origin };
  }
  if (reading.media.isUrlCut) throw new AppError({ code: 'page-gone' }); // The page alone still had the whole of it.
  for (const step of backgroundSteps(reading.media, url)) {
    const file = await take(step.method, () => readByBackground(reading, url, step));
    if (file) return file;
  }
  if (smaller) return smaller;
  throw failure;
}

import type { CheckRecord } from '../../core/check/check-record.ts';
import { isLocalFile } from '../../core/check/media-reference.ts';
import { AppError, isAppError, isErrorWith } from '../../core/errors/app-error.ts';
import type { ErrorTrait } from '../../core/errors/error-data.ts';
import { ownerOf } from '../at-most.ts';
import { captureTab } from '../browser/capture-tab.ts';
import { readPixelsInPage, whileCapturable } from '../page-link/page-link.ts';
import { readPolicy } from '../store/policy.ts';
import { compareWithScreen } from './compare-with-screen.ts';
import { cropScreen } from './crop-screen.ts';
import { type PreparedImage, prepareImage } from './prepare-image.ts';
import { type OriginalFile, type OriginalRead, readOriginal } from './read-original.ts';
import type { Reading } from './reading.ts';
import { sha256 } from './sha256.ts';

/** A picture as it is shown, where its file cannot be had. */
export interface ShownRead {
  readonly prepared: PreparedImage;
  readonly method: 'pixels' | 'screen';
  /** Screen capture only: part of the picture was out of view. */
  readonly isPartial?: boolean;
}

/**
 * The whole ladder of bytes: the original file; where there is none to be had, the pixels of the picture's element; at last
 * the screen, if the picture is in view as a whole there. A permission that is missing for the original is asked for first; a
 * file that is smaller than what is shown is taken where there are no pixels.
 * Throws why the original could not be read, when no step could. A canvas has no address, and no file. Of what nobody pointed at, only
 * the file itself is read: where there is none that is vouched for, `needs-answer` is thrown.
 */
export async function readPicture(reading: Reading): Promise<OriginalRead | ShownRead> {
  const { check, media, signal } = reading;
  const { url } = media;
  let failure = new AppError({ code: 'media-unreadable' });
  let smaller: OriginalRead | undefined;
  if (url !== undefined) {
    const original = await unless('image-still-shown', () => readOriginal(url, reading));
    if (isAppError(original)) failure = original;
    else if ('prepared' in original && !(await isShown(original, check)))
      failure = new AppError({ code: 'other-picture' });
    else if ('prepared' in original && original.prepared.isSmaller) smaller = original;
    else return original;
  }
  if (media.isAutomatic) throw new AppError({ code: 'needs-answer' }, { cause: failure });
  const { disableScreenCapture, onlyOriginalFiles } = await readPolicy();
  if (onlyOriginalFiles && smaller) return smaller;
  if (onlyOriginalFiles) throw new AppError({ code: 'only-originals' }, { cause: failure });
  const pixels = await unless('shown-elsewhere', async (): Promise<ShownRead> => {
    const read = await readPixelsInPage(check.id, media, { isDrawing: failure.data.code === 'drawing' });
    if (!('blob' in read)) throw new AppError({ code: 'media-unreadable' });
    return { prepared: await prepareImage(read.blob, { owner: ownerOf(check), signal }), method: 'pixels' };
  });
  if (!isAppError(pixels)) return pixels;
  if (smaller) return smaller;
  const screen = await unless('shown-elsewhere', async () => {
    if (disableScreenCapture) throw new AppError({ code: 'capture-disabled' });
    return cutFromScreen(check);
  });
  if (!isAppError(screen) && !screen.isPartial) return screen;
  // An empty drawing of WebGL reads blank although it is not: that only the screen could have told.
  if (pixels.data.code === 'blank-picture') failure = pixels;
  // What has no file can be had from the screen alone: why it cannot is what there is to say.
  else if (url === undefined && isAppError(screen)) failure = screen;
  throw failure;
}

/**
 * Whether a file that nothing read so far vouches for is what is shown: the screen tells, where one image is asked about and is in view.
 * Where it does not, an address that gives the same file once more gives one file; for a whole page, or what is too large to be
 * decoded, a server that may just have said too little is not asked again, but where nobody pointed at the image.
 */
async function isShown({ prepared, doubt, readAgain }: OriginalFile, check: CheckRecord): Promise<boolean> {
  if (!doubt) return true;
  const { image, original = image, size } = prepared;
  // What was not decoded, since it is too large, is not decoded for this either.
  const says = check.pageRun === undefined && size ? await compareWithScreen(check, image, size) : 'unknown';
  if (says !== 'unknown') return says === 'same';
  const isPointedAt = !('isAutomatic' in check.media);
  if (doubt === 'unsure' && isPointedAt && (check.pageRun !== undefined || !size)) return true;
  const again = await unless('image-still-shown', readAgain);
  return !isAppError(again) && (await sha256(original)) === (await sha256(again.blob));
}

/** The picture of a check on the screen, or the part of it that is in view. */
export async function cutFromScreen({ id, media }: CheckRecord): Promise<ShownRead> {
  if (isLocalFile(media)) throw new AppError({ code: 'media-gone' }); // A file is on no screen.
  return whileCapturable(id, media, async (area) => {
    const screen = await captureTab(media.tabId);
    const prepared = await prepareImage(await cropScreen(screen, area));
    return { prepared, method: 'screen', isPartial: area.isPartial };
  });
}

/** What a step gives; or why it failed, where another may still have the image. */
async function unless<T>(trait: ErrorTrait, step: () => Promise<T>): Promise<T | AppError> {
  try {
    return await step();
  } catch (error) {
    if (isErrorWith(error, trait)) return error;
    throw error;
  }
}

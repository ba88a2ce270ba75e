import { AppError, isAppError, isErrorWith } from '../../core/errors/app-error.ts';
import type { ErrorTrait } from '../../core/errors/error-data.ts';
import type { PageRead } from '../../core/media/page-media.ts';
import type { PreparedImage } from './prepare-image.ts';
import { type OriginalMethod, type OriginalRead, type OriginalReadParts, readOriginal } from './read-original.ts';

/** The picture, or the origin whose permission is missing to read its file. */
export type PictureRead =
  | {
      readonly prepared: PreparedImage;
      readonly method: OriginalMethod | 'pixels' | 'screen';
      /** Screen capture only: part of the picture was out of view. */
      readonly isPartial?: boolean;
    }
  | { readonly accessNeededFor: string };

/** A picture cut out of the screen. */
export interface ScreenRead {
  readonly prepared: PreparedImage;
  readonly method: 'screen';
  readonly isPartial: boolean;
}

/** How each step of the whole ladder reads. */
export interface PictureReadParts extends OriginalReadParts {
  /** The pixels of its element, where the page can give them exactly. */
  readPixels(): Promise<PageRead>;
  /** The picture on the screen. */
  readScreen(): Promise<ScreenRead>;
}

/**
 * The whole ladder of bytes: the original file; where there is none to be had, the pixels of the picture's element; at last
 * the screen, if the picture is in view as a whole there. A permission that is missing for the original is asked for first; a
 * file that is smaller than what is shown is taken where there are no pixels.
 * Throws why the original could not be read, when no step could. `url` is left out for a canvas, which has no file.
 */
export async function readPicture(url: string | undefined, parts: PictureReadParts): Promise<PictureRead> {
  let failure = new AppError({ code: 'media-unreadable' });
  let smaller: OriginalRead | undefined;
  if (url !== undefined) {
    const original = await unless('image-still-shown', () => readOriginal(url, parts));
    if (isAppError(original)) failure = original;
    else if ('prepared' in original && original.prepared.isSmaller) smaller = original;
    else return original;
  }
  const pixels = await unless('shown-elsewhere', async () => {
    const read = await parts.readPixels();
    if (!('blob' in read)) throw new AppError({ code: 'media-unreadable' });
    return { prepared: await parts.prepare(read.blob, undefined), method: 'pixels' as const };
  });
  if (!isAppError(pixels)) return pixels;
  if (smaller) return smaller;
  const screen = await unless('shown-elsewhere', () => parts.readScreen());
  if (!isAppError(screen) && !screen.isPartial) return screen;
  // An empty drawing of WebGL reads blank although it is not: that only the screen could have told.
  if (pixels.data.code === 'blank-picture') failure = pixels;
  // What has no file can be had from the screen alone: why it cannot is what there is to say.
  else if (url === undefined && isAppError(screen)) failure = screen;
  throw failure;
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

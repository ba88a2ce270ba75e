import { isClearPicture } from '../../core/media/pixels-of.ts';
import { isOwn } from './element-pictures.ts';
import type { Picture } from './picture.ts';

/**
 * Whether an image or a canvas is clear, or nearly, so that what is seen is what lies below it. False where that cannot be told:
 * of another origin, or a canvas that reads blank whatever it shows (WebGL).
 */
export function isClear(element: Element): boolean {
  try {
    if (element instanceof HTMLImageElement) return element.naturalWidth > 0 && isClearPicture(element);
    return element instanceof HTMLCanvasElement && isClearPicture(element) && element.getContext('2d') !== null;
  } catch {
    return false; // SecurityError; or it has no pixels, or its drawing is done elsewhere (InvalidStateError).
  }
}

/** Whether a picture is the clear one that its element shows by itself. */
export function isClearOf(picture: Picture): boolean {
  return isOwn(picture) && isClear(picture.element);
}

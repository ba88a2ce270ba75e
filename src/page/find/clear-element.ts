import { isOwn } from './element-pictures.ts';
import type { Picture } from './picture.ts';

/** Pixels a side at which an element is looked at. */
const SIDE = 48;

/** One whose mean opacity is below this share is clear: what is drawn on it are marks on what lies below. */
const CLEAR = 0.05;

/**
 * Whether an image or a canvas is clear, or nearly, so that what is seen is what lies below it. False where that cannot be told:
 * of another origin, or a canvas that reads blank whatever it shows (WebGL).
 */
export function isClear(element: Element): boolean {
  try {
    if (element instanceof HTMLImageElement) return element.naturalWidth > 0 && opacityOf(element) < CLEAR;
    if (!(element instanceof HTMLCanvasElement) || element.width * element.height === 0) return false;
    return opacityOf(element) < CLEAR && element.getContext('2d') !== null;
  } catch {
    return false; // SecurityError; or its drawing is done elsewhere (InvalidStateError).
  }
}

function opacityOf(picture: HTMLImageElement | HTMLCanvasElement): number {
  const context = new OffscreenCanvas(SIDE, SIDE).getContext('2d', { willReadFrequently: true });
  if (!context) return 1;
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, SIDE, SIDE);
  const { data } = context.getImageData(0, 0, SIDE, SIDE);
  let sum = 0;
  for (let index = 3; index < data.length; index += 4) sum += data[index] ?? 0;
  return sum / (255 * SIDE * SIDE);
}

/** Whether a picture is the clear one that its element shows by itself. */
export function isClearOf(picture: Picture): boolean {
  return isOwn(picture) && isClear(picture.element);
}

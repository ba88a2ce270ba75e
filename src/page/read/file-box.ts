import { shownAddress } from '../find/shown-address.ts';
import type { Area } from './visible-part.ts';

/** How much of an image's own size its box gives it, by `object-fit`; `fill` has a way of its own. */
const SCALES: Record<string, (across: number, down: number) => number> = {
  contain: Math.min,
  cover: Math.max,
  none: () => 1,
  'scale-down': (across, down) => Math.min(1, across, down),
};

/** Of other elements, which show an image in all of their box. */
const UNKNOWN = { naturalWidth: 1, naturalHeight: 1 };

/**
 * Where the whole file of an image lies in the viewport of its frame, though a part of it may be cut off by the image's box.
 * Undefined for elements of which that is not known.
 */
export function fileBox(image: Element): Area | undefined {
  if (shownAddress(image) === undefined || image instanceof HTMLVideoElement) return undefined;
  const box = image.getBoundingClientRect();
  if (!(image instanceof HTMLElement)) return { left: box.left, top: box.top, width: box.width, height: box.height };
  const { offsetWidth, offsetHeight } = image;
  const { naturalWidth, naturalHeight } = image instanceof HTMLImageElement ? image : UNKNOWN;
  if (!naturalWidth || !naturalHeight || !offsetWidth || !offsetHeight) return undefined;
  const style = getComputedStyle(image);
  const [left, right] = [Number.parseFloat(style.paddingLeft), Number.parseFloat(style.paddingRight)];
  const [top, bottom] = [Number.parseFloat(style.paddingTop), Number.parseFloat(style.paddingBottom)];
  const [width, height] = [image.clientWidth - left - right, image.clientHeight - top - bottom];
  const scale = SCALES[style.objectFit]?.(width / naturalWidth, height / naturalHeight);
  const size = scale ? { width: naturalWidth * scale, height: naturalHeight * scale } : { width, height };
  const [x = '50%', y = '50%'] = style.objectPosition.split(' ');
  const [across, down] = [box.width / offsetWidth, box.height / offsetHeight]; // The page may have scaled it.
  return {
    left: box.left + (image.clientLeft + left + placed(x, width - size.width)) * across,
    top: box.top + (image.clientTop + top + placed(y, height - size.height)) * down,
    width: size.width * across,
    height: size.height * down,
  };
}

/** A part of `object-position`, as computed: of the room that is left, or a length. */
function placed(position: string, room: number): number {
  const amount = Number.parseFloat(position) || 0;
  return position.endsWith('%') ? (room * amount) / 100 : amount;
}

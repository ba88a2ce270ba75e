import { absolute } from './address.ts';
import type { PictureSource } from './picture.ts';
import { chooseFromSrcset } from './srcset.ts';

/** Where scripts for lazy loading keep the address of the real picture, by how sure a sign of one it is. */
const SRCSETS = ['data-srcset', 'data-lazy-srcset'];
const ADDRESSES = ['data-src', 'data-lazy-src', 'data-original', 'data-lazy'];

/** The same, and just as often the address of something else: they count where the image is marked, or seen, to be a placeholder. */
const UNSURE_ADDRESSES = ['data-image', 'data-url'];

/** Placeholders have at most this many pixels a side, and are shown at this many times their size. */
const TINY_PX = 64;
const STRETCHED = 4;

/** Without any mark, one that the page holds in itself (`data:`) has less than this many pixels a side. */
const UNMARKED_PX = 32;

/** How pages mark what stands in the place of a picture to come; without a mark, a small picture is just small. */
const PLACEHOLDER_CLASS = /lazy|blur|placeholder|lqip/i;

/** What an `<img>` stands for while the real picture is not in it; undefined when what it shows is the real one. */
export function lazySource(image: HTMLImageElement): PictureSource | undefined {
  const { naturalWidth, naturalHeight, complete } = image;
  const shown = image.currentSrc || image.src;
  const box = image.getBoundingClientRect();
  const isStretched = box.width >= naturalWidth * STRETCHED && box.height >= naturalHeight * STRETCHED;
  const isLoaded = complete && naturalWidth > 0;
  const side = Math.max(naturalWidth, naturalHeight);
  const isMarked = PLACEHOLDER_CLASS.test(image.className);
  // Of what the page holds in itself, a picture of some size is the real one: of a tool that makes pictures, its result.
  const isSlight = shown.startsWith('data:') && (side <= TINY_PX || shown.startsWith('data:image/svg'));
  const isStandIn = !shown || (isLoaded && (isStretched || isSlight));

  if (!isLoaded || isStandIn) {
    const url = realAddress(image, box.width, isStandIn || isMarked);
    if (url === absolute(shown, image)) return undefined; // What was to come has come, however small it is.
    if (url !== undefined) return { kind: 'address', url };
  }
  const isTiny = (isMarked && side <= TINY_PX) || (shown.startsWith('data:') && side < UNMARKED_PX);
  const isPlaceholder = isLoaded && isStretched && isTiny;
  const isAwaited = !shown || (!complete && image.loading === 'lazy');
  return isPlaceholder || isAwaited ? { kind: 'not-loaded' } : undefined;
}

/** A spacer: next to nothing, stretched over what is below it. */
export function isSpacer(element: Element): boolean {
  if (!(element instanceof HTMLImageElement)) return false;
  const { naturalWidth, naturalHeight, clientWidth, clientHeight } = element;
  return naturalWidth > 0 && naturalWidth <= 2 && naturalHeight <= 2 && clientWidth * clientHeight > STRETCHED;
}

function realAddress(image: HTMLImageElement, boxWidth: number, isUnsureTaken: boolean): string | undefined {
  const { parentElement } = image;
  const sources = parentElement?.localName === 'picture' ? [...parentElement.querySelectorAll('source')] : [];
  for (const element of [...sources.filter(({ media }) => !media || matchMedia(media).matches), image]) {
    for (const name of SRCSETS) {
      const set = element.getAttribute(name);
      const url = set && absolute(chooseFromSrcset(set, boxWidth, devicePixelRatio), image);
      if (url) return url;
    }
  }
  for (const name of isUnsureTaken ? [...ADDRESSES, ...UNSURE_ADDRESSES] : ADDRESSES) {
    const url = absolute(image.getAttribute(name), image);
    if (url) return url;
  }
  return undefined;
}

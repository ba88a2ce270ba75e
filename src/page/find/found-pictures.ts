import type { FoundMedia } from '../../core/media/page-media.ts';
import { contentSource, elementPictures, ownImage } from './element-pictures.ts';
import { findPictures } from './find-pictures.ts';
import { lazySource } from './lazy-source.ts';
import type { Finding, Picture, Pointed } from './picture.ts';
import { shownAddress } from './shown-address.ts';
import { isSeenThrough } from './without-what-hides.ts';

/** The pictures that were found for a check, and which of them it is about. */
export interface FoundPictures extends Finding {
  readonly pointed: Pointed;
  /** Chosen by the user; left out: the topmost, where it is certain that it was meant. */
  readonly index?: number;
}

/** The picture a check is about; undefined when there is none, or the user has to choose. */
export function chosenPicture({ pictures, isCertain, index }: FoundPictures): Picture | undefined {
  return pictures[index ?? (isCertain ? 0 : -1)];
}

/** Goes on to the picture that is seen through the one a check is about, which is clear; false where there is none. */
export function seeThrough(found: FoundPictures): boolean {
  const clear = chosenPicture(found);
  const index = found.pictures.findIndex(
    (picture, at) => clear && at > (found.index ?? 0) && isSeenThrough(clear, picture),
  );
  return index > 0 && !!Object.assign(found, { index });
}

/** The address of the picture a check is about: the one that was found, else the browser's word for it. */
export function addressOf(found: FoundPictures): string | undefined {
  const source = chosenPicture(found)?.source;
  if (!source) return found.pointed.url;
  return 'url' in source ? source.url : undefined;
}

/** What was found, in the form in which the background is told. */
export function foundMedia(found: FoundPictures): FoundMedia {
  const picture = chosenPicture(found);
  const count = found.pictures.length;
  if (!picture) return count > 0 ? { kind: 'several', count } : { kind: 'nothing' };
  const { source } = picture;
  if (source.kind === 'address' || source.kind === 'video') return source;
  return picture.element.isConnected ? { kind: source.kind } : { kind: 'gone' };
}

/**
 * Whether there is something to go by in what was found: the page may have loaded it since, or put another element in its
 * place. The picture stays the same object, by which the open panel knows it.
 */
export function isFoundStill(found: FoundPictures): boolean {
  const picture = chosenPicture(found);
  if (!picture) return found.pictures.length > 0; // The user has to choose.
  const { element, source } = picture;
  if (source.kind === 'not-loaded') Object.assign(picture, { source: contentSource(element) ?? source });
  return 'url' in picture.source || (element.isConnected && picture.source.kind !== 'not-loaded');
}

/**
 * The element that shows a picture now. Pages replace elements, and reuse them for other pictures: the one that was found
 * then no longer counts, but another one with the same address does.
 */
export function elementShowing(found: FoundPictures): Element | undefined {
  const picture = chosenPicture(found);
  if (!picture) return undefined;
  if (isShowing(picture)) return picture.element;
  const { source } = picture;
  if (source.kind !== 'address') return undefined;
  const others = findPictures({ by: found.pointed.by, url: source.url }).pictures;
  return others.find((other) => hasAddress(other, source.url) && isShowing(other))?.element;
}

/** Whether a picture's element is in the page and shows it still; an image, that it has loaded it and nothing else. */
function isShowing({ element, source }: Picture): boolean {
  if (!element.isConnected) return false;
  if (source.kind === 'video') return shownAddress(element) === source.url;
  const image = source.kind === 'address' ? ownImage(element, source.url) : element;
  if (image instanceof HTMLImageElement) return image.complete && image.naturalWidth > 0;
  return source.kind !== 'address' || isInStyle(element, source.url);
}

/** Whether an element shows the picture of an address by its style. A lazy image does not show yet what is to come. */
function isInStyle(element: Element, url: string): boolean {
  const toCome = element instanceof HTMLImageElement ? lazySource(element) : undefined;
  if (toCome?.kind === 'address' && toCome.url === url) return false;
  return elementPictures(element).some((now) => hasAddress(now, url));
}

function hasAddress({ source }: Picture, url: string): boolean {
  return source.kind === 'address' && source.url === url;
}

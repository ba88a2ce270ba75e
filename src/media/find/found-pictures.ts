import type { FoundMedia } from '../page-media.ts';
import { findPictures } from './find-pictures.ts';
import type { Finding, Picture, Pointed } from './picture.ts';

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

/** What was found, in the form in which the background is told. */
export function foundMedia(found: FoundPictures): FoundMedia {
  const picture = chosenPicture(found);
  if (!picture) return { kind: found.pictures.length > 0 ? 'several' : 'nothing' };
  const { source } = picture;
  if (source.kind === 'address' || source.kind === 'video') return source;
  return picture.element.isConnected ? { kind: source.kind } : { kind: 'gone' };
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
  return findPictures({ by: found.pointed.by, url: source.url }).pictures.find(isShowing)?.element;
}

/** Whether a picture's element is in the page, and an image has loaded the picture and nothing else. */
function isShowing({ element, source }: Picture): boolean {
  if (!element.isConnected) return false;
  if (!(element instanceof HTMLImageElement)) return true;
  const isThis = source.kind !== 'address' || source.url === (element.currentSrc || element.src);
  return isThis && element.complete && element.naturalWidth > 0;
}

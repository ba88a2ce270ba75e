import { absolute, addressSource } from './address.ts';
import { lazySource } from './lazy-source.ts';
import type { Picture, PictureSource, Point } from './picture.ts';
import { shownAddress } from './shown-address.ts';
import { backgrounds, pseudoPictures, replacedContent } from './style-pictures.ts';
import { framedPictures, paintedImages } from './svg-pictures.ts';

/** The pictures that one element shows, topmost first; at a point where one is given. Those of its children are theirs. */
export function elementPictures(element: Element, point?: Point): Picture[] {
  const style = getComputedStyle(element);
  return [
    ...pseudoPictures(element, '::after', point),
    ...contents(element, style, point),
    ...pseudoPictures(element, '::before', point),
    ...backgrounds(element, style),
  ].map((source) => ({ element, source }));
}

function contents(element: Element, style: CSSStyleDeclaration, point: Point | undefined): readonly PictureSource[] {
  const source = shownSource(element, style);
  return framedPictures(element, source, point) ?? [...[source ?? []].flat(), ...paintedImages(element, style)];
}

/** What an element shows as its content, topmost of all but pseudo elements: its own, or what its style puts in the place. */
export function shownSource(element: Element, style = getComputedStyle(element)): PictureSource | undefined {
  return replacedContent(element, style) ?? contentSource(element);
}

/** The element, where the picture at an address is its own, so that its pixels are that picture's. */
export function ownImage(element: Element | undefined, url: string): HTMLImageElement | undefined {
  if (!(element instanceof HTMLImageElement) || shownAddress(element) !== url) return undefined;
  return replacedContent(element, getComputedStyle(element)) ? undefined : element;
}

/** Whether a picture is its element's own, so that drawing the element shows it: no background, nor what a style puts in the place. */
export function isOwn({ element, source }: Picture): boolean {
  if (source.kind === 'address') return ownImage(element, source.url) !== undefined;
  return contentSource(element)?.kind === source.kind;
}

/** What an element shows by itself, without its style. */
export function contentSource(element: Element): PictureSource | undefined {
  if (element instanceof HTMLCanvasElement) return { kind: 'canvas' };
  if (element instanceof HTMLVideoElement) return videoSource(element);
  if (element instanceof SVGSVGElement) {
    if (element.isSameNode(document.documentElement)) return addressSource(document.URL, element); // The file in a tab of its own.
    return element.ownerSVGElement ? undefined : { kind: 'drawing' };
  }
  const lazy = element instanceof HTMLImageElement ? lazySource(element) : undefined;
  return lazy ?? addressSource(shownAddress(element), element);
}

/** What a `<video>` shows; its poster counts only while there is no video. */
function videoSource(video: HTMLVideoElement): PictureSource | undefined {
  if (video.mediaKeys) return { kind: 'protected' };
  if (video.srcObject) return { kind: video.srcObject instanceof MediaStream ? 'camera' : 'stream' };
  const url = absolute(video.currentSrc || video.src, video);
  if (url !== undefined && !video.error) return { kind: 'video', url };
  const poster = absolute(video.poster, video);
  if (poster !== undefined) return { kind: 'address', url: poster };
  return url === undefined ? undefined : { kind: 'video', url };
}

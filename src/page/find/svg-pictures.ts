import { addressSource } from './address.ts';
import type { PictureSource, Point } from './picture.ts';
import { contains } from './shown-part.ts';

/** How far patterns that are made of others, and copies of copies, are followed. */
const MAX_STEPS = 8;

/** A document with more photographs than this is an atlas: nobody means one of them. */
const MAX_IMAGES = 12;

/** What may stand in an SVG that is shown from elsewhere; `url(#id)` and what is in the file itself is no such thing. */
const EXTERNAL = /^(?!#|data:)./;

const PAINTS = ['fill', 'stroke', 'filter'] as const;

/**
 * The photographs that a shape is filled with (`<pattern>`, `<feImage>`) or that a `<use>` repeats, the topmost first. Those of
 * what is in it are theirs.
 */
export function paintedImages(element: Element, style: CSSStyleDeclaration): PictureSource[] {
  if (!(element instanceof SVGGraphicsElement) || element instanceof SVGSVGElement) return [];
  const ids = [...PAINTS.map((paint) => /url\(["']?[^)]*#([^"')]+)/.exec(style[paint])?.[1]), ownId(element)];
  const found = ids.flatMap((id) => (id === undefined ? [] : imagesOf(idIn(element, id), MAX_STEPS)));
  return sourcesOf(found);
}

/** `<use>` of something in the same document. */
function ownId(element: Element): string | undefined {
  if (element.localName !== 'use') return undefined;
  return /^#(.+)/.exec(hrefOf(element))?.[1];
}

function idIn(element: Element, id: string): Element | undefined {
  const root = element.getRootNode();
  const isRoot = root instanceof Document || root instanceof ShadowRoot;
  return (isRoot && root.getElementById(id)) || undefined;
}

/** The images that an element of SVG is, holds, or leads to. */
function imagesOf(element: Element | undefined, steps: number): Element[] {
  if (!element || steps === 0) return [];
  return [element, ...element.querySelectorAll('image, feImage, use')].slice(0, MAX_IMAGES).flatMap((one) => {
    if (/^(image|feImage)$/.test(one.localName)) return [one];
    const id = /^#(.+)/.exec(hrefOf(one))?.[1]; // A pattern may take what is in it from another one.
    return id === undefined ? [] : imagesOf(idIn(one, id), steps - 1);
  });
}

/** `xlink:href` too; by attributes, since elements of another document are instances of none of this one's classes. */
function hrefOf(element: Element): string {
  return element.getAttribute('href') ?? element.getAttributeNS('http://www.w3.org/1999/xlink', 'href') ?? '';
}

function sourcesOf(images: readonly Element[]): PictureSource[] {
  return images.toReversed().flatMap((image) => addressSource(hrefOf(image), image) ?? []);
}

/**
 * What an `<object>`, `<embed>` or `<iframe>` of an SVG shows: the photographs in it, those at a point where one is given; else `file`, its
 * own. One that loads more than its file holds, or that is of another origin, has no file that looks as it does: its pixels on the
 * screen alone. Undefined for anything but an SVG.
 */
export function framedPictures(
  element: Element,
  file: PictureSource | undefined,
  point: Point | undefined,
): PictureSource[] | undefined {
  const isFrame = element instanceof HTMLIFrameElement;
  if (!(isFrame || element instanceof HTMLObjectElement || element instanceof HTMLEmbedElement)) return undefined;
  const root = ('contentDocument' in element ? element.contentDocument : element.getSVGDocument())?.documentElement;
  if (root ? root.localName !== 'svg' : isFrame || !isSvgAddress(element, file)) return undefined;
  if (!root) return [{ kind: 'canvas' }];
  const images = [...root.querySelectorAll('image')].filter((image) => hrefOf(image) !== '');
  const at = point && inFrame(element, point);
  const there = images.filter((image) => !at || contains(image.getBoundingClientRect(), at)).slice(-MAX_IMAGES);
  if (there.length > 0) return sourcesOf(there);
  return file && !images.some((image) => EXTERNAL.test(hrefOf(image))) ? [file] : [{ kind: 'canvas' }];
}

function isSvgAddress(element: HTMLObjectElement | HTMLEmbedElement, file: PictureSource | undefined): boolean {
  if (element.type) return /^image\/svg/i.test(element.type);
  return !!file && 'url' in file && /^data:image\/svg|\.svg([?#]|$)/i.test(file.url);
}

/** A point of the page in the viewport of what an element holds. */
function inFrame(element: HTMLElement, { x, y }: Point): Point {
  const box = element.getBoundingClientRect();
  const { paddingLeft, paddingTop } = getComputedStyle(element);
  const [across, down] = [box.width / element.offsetWidth || 1, box.height / element.offsetHeight || 1];
  return {
    x: (x - box.left) / across - element.clientLeft - Number.parseFloat(paddingLeft),
    y: (y - box.top) / down - element.clientTop - Number.parseFloat(paddingTop),
  };
}

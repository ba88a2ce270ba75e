import { addressSource } from './address.ts';
import { cssUrls } from './css-urls.ts';
import type { PictureSource, Point } from './picture.ts';

type Pseudo = '::before' | '::after';

/** The pictures of a pseudo element, topmost first: what stands in its place, then its background. */
export function pseudoPictures(element: Element, pseudo: Pseudo, point: Point | undefined): PictureSource[] {
  const style = getComputedStyle(element, pseudo);
  if (/^(none|normal|)$/.test(style.content) || style.display === 'none' || !isSeen(style)) return [];
  if (point && !mayCover(element, style, point)) return [];
  return [...sources(style.content, element), ...backgrounds(element, style)];
}

/** The pictures of an element's own style below its content, topmost first. */
export function backgrounds(element: Element, style: CSSStyleDeclaration): PictureSource[] {
  const marker = style.display === 'list-item' ? style.listStyleImage : '';
  return [marker, style.borderImageSource, style.backgroundImage].flatMap((value) => sources(value, element));
}

/** What browsers show whatever `content` says of it. */
const KEEPS_CONTENT = 'input, video, canvas, object, embed, iframe, svg, svg *';

/**
 * What is shown in the place of an element's own content (`content: url()`): an image or a drawing. Undefined where the element
 * shows its own; a text, or more than one image, counts in pseudo elements alone.
 */
export function replacedContent(element: Element, { content }: CSSStyleDeclaration): PictureSource | undefined {
  if (/^(none|normal|)$/.test(content) || element.matches(KEEPS_CONTENT)) return undefined; // Nearly always.
  const [source, ...more] = sources(content, element);
  if (source) return more.length > 0 ? undefined : source;
  return /gradient\(/i.test(content) ? { kind: 'drawing' } : undefined;
}

function sources(value: string, element: Element): PictureSource[] {
  if (value === '' || value === 'none' || value === 'normal') return []; // Nearly always.
  return cssUrls(value, devicePixelRatio).flatMap((url) => addressSource(url, element) ?? []);
}

function isSeen({ visibility, opacity }: CSSStyleDeclaration): boolean {
  return visibility === 'visible' && opacity !== '0';
}

/** Browsers tell the place of a pseudo element only where it is absolute in its own element; elsewhere it counts as there. */
function mayCover(element: Element, style: CSSStyleDeclaration, { x, y }: Point): boolean {
  if (style.position !== 'absolute' || style.transform !== 'none') return true;
  if (getComputedStyle(element).position === 'static') return true;
  const box = element.getBoundingClientRect();
  const isWithin = (at: number, start: number, size: string) => !(at < start || at > start + Number.parseFloat(size));
  const left = box.left + element.clientLeft + Number.parseFloat(style.left);
  const top = box.top + element.clientTop + Number.parseFloat(style.top);
  return isWithin(x, left, style.width) && isWithin(y, top, style.height);
}

import { clickedElement } from '../platform/clicked-element.ts';
import { shadowRootOf } from '../platform/shadow-root-of.ts';
import { visiblePart } from './visible-part.ts';

/** What the menu said of the image. */
export interface ClickedImage {
  readonly url: string;
  readonly targetElementId?: number;
}

/**
 * The element of the image that was clicked: by the browser's own word where it gives one, else by its address. Of
 * several with one address, the one of which most is in view. Undefined when it has gone, or is in another frame.
 */
export function findImage({ url, targetElementId }: ClickedImage): Element | undefined {
  const clicked = clickedElement(targetElementId);
  if (clicked && addressOf(clicked) === url) return clicked;
  let best: Element | undefined;
  let bestArea = -1;
  // Nearly always it is a plain <img>; looking into every shadow root of a large page takes time the panel waits for.
  const plain = [...document.images].filter((image) => addressOf(image) === url);
  for (const element of plain.length > 0 ? plain : imageElements(document)) {
    if (addressOf(element) !== url) continue;
    const { width, height } = visiblePart(element.getBoundingClientRect());
    if (width * height > bestArea) {
      best = element;
      bestArea = width * height;
    }
  }
  return best;
}

/** The address an element shows a picture from, as menus give it. */
function addressOf(element: Element): string | undefined {
  if (element instanceof HTMLImageElement) return element.currentSrc || element.src;
  if (element instanceof HTMLInputElement && element.type === 'image') return element.src;
  if (element instanceof SVGImageElement) return URL.parse(element.href.baseVal, element.baseURI)?.href;
  return undefined;
}

function* imageElements(root: Document | ShadowRoot): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    if (addressOf(element) !== undefined) yield element;
    const inner = shadowRootOf(element);
    if (inner) yield* imageElements(inner);
  }
}

import type { Point } from './picture.ts';
import { elementsAt } from './pictures-at.ts';
import { elementsDeep } from './shadow-trees.ts';
import { shownAddress } from './shown-address.ts';
import { shownPart } from './shown-part.ts';

/**
 * The element that shows the picture of an address: the one the browser named, else the one at the point of the click, else
 * the one of which most is in view. Undefined when it has gone, or is in another frame.
 */
export function elementOfAddress(
  url: string,
  clicked: Element | undefined,
  point: Point | undefined,
): Element | undefined {
  const isIt = (element: Element) => shownAddress(element) === url;
  if (clicked && isIt(clicked)) return clicked;
  const atPoint = point && elementsAt(point, document).find(isIt);
  if (atPoint) return atPoint;
  // Nearly always it is a plain <img>; looking into every shadow root of a large page takes time the panel waits for.
  // Not `document.images`, which a form of that name in the page would stand for.
  const plain = [...document.querySelectorAll('img')].filter(isIt);
  return mostInView(plain.length > 0 ? plain : [...elementsDeep()].filter(isIt));
}

function mostInView(elements: readonly Element[]): Element | undefined {
  let best: Element | undefined;
  let bestArea = -1;
  for (const element of elements) {
    const { width, height } = elements.length > 1 ? shownPart(element) : { width: 0, height: 0 };
    if (width * height > bestArea) {
      best = element;
      bestArea = width * height;
    }
  }
  return best;
}

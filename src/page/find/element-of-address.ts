import type { Point } from './picture.ts';
import { elementsAt } from './pictures-at.ts';
import { elementsDeep } from './shadow-trees.ts';
import { shownAddress } from './shown-address.ts';
import { shownPart } from './shown-part.ts';

/**
 * The elements that may be meant by an address: the one the browser named, else the one at the point of the click, else all in
 * view that show its picture, the one of which most is in view first; where none is, one of them. None when it has gone, or is
 * in another frame.
 */
export function elementsOfAddress(url: string, clicked: Element | undefined, point: Point | undefined): Element[] {
  const isIt = (element: Element) => shownAddress(element) === url;
  if (clicked && isIt(clicked)) return [clicked];
  const atPoint = point && elementsAt(point, document).find(isIt);
  if (atPoint) return [atPoint];
  // Nearly always it is a plain <img>; looking into every shadow root of a large page takes time the panel waits for.
  // Not `document.images`, which a form of that name in the page would stand for.
  const plain = [...document.querySelectorAll('img')].filter(isIt);
  return mostInView(plain.length > 0 ? plain : [...elementsDeep()].filter(isIt));
}

function mostInView(elements: readonly Element[]): Element[] {
  if (elements.length < 2) return [...elements];
  const sized = elements.map((element) => {
    const { width, height } = shownPart(element);
    return { element, area: width * height };
  });
  sized.sort((a, b) => b.area - a.area);
  return sized.filter(({ area }, index) => area > 0 || index === 0).map(({ element }) => element);
}

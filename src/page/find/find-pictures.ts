import { browser } from '../../core/browser/browser.ts';
import { logFault } from '../../core/log.ts';
import { elementsOfAddress } from './element-of-address.ts';
import { elementPictures, shownSource } from './element-pictures.ts';
import { lastRightClick } from './last-right-click.ts';
import type { Finding, Picture, Point, Pointed } from './picture.ts';
import { picturesAt } from './pictures-at.ts';
import { picturesByKeyboard } from './pictures-by-keyboard.ts';
import { picturesInView } from './pictures-in-view.ts';
import { contains, isDrawn, shownCentre } from './shown-part.ts';
import { withoutWhatHides } from './without-what-hides.ts';

/** Elements with the address the browser named that are looked at, and offered: a screen of a gallery. */
const MAX_CANDIDATES = 24;

/**
 * The pictures the user can have meant, topmost first. None where nothing is found: of an address the browser named, that
 * alone is left to go by. Whatever a page has done to itself, this does not throw.
 */
export function findPictures({ url, targetElementId, by }: Pointed): Finding {
  try {
    if (by === 'keyboard') return certainly(picturesByKeyboard());
    const clicked = clickedElement(targetElementId);
    const click = by === 'menu' ? lastRightClick() : undefined; // The toolbar's button is at no place of the page.
    if (url !== undefined) return findingOfAddress(url, clicked, click?.point);
    const element = clicked ?? click?.element;
    if (element) return certainly(picturesOfClick(element, click?.point));
    const pictures = withoutWhatHides(picturesInView());
    return { pictures, isCertain: pictures.length === 1 };
  } catch (error) {
    logFault(error);
    return { pictures: [], isCertain: true };
  }
}

function certainly(pictures: readonly Picture[]): Finding {
  return { pictures: withoutWhatHides(pictures), isCertain: true };
}

/**
 * The picture the browser named, then the others at its place. Where the address is that of several elements (a spacer over
 * each picture of a gallery) and nobody said which was clicked, what each leads to.
 */
function findingOfAddress(url: string, clicked: Element | undefined, point: Point | undefined): Finding {
  const elements = elementsOfAddress(url, clicked, point).slice(0, MAX_CANDIDATES);
  const found = elements.map((element) => withoutWhatHides(picturesOfNamed(element, point)));
  const first = withoutWhatHides(
    found.flatMap(([topmost]) => topmost ?? []),
    MAX_CANDIDATES,
  );
  return first.length > 1 ? { pictures: first, isCertain: false } : certainly(found[0] ?? []);
}

function picturesOfNamed(element: Element, point: Point | undefined): Picture[] {
  const source = shownSource(element);
  return source ? [{ element, source }, ...picturesAround(element, point, false)] : [];
}

function picturesOfClick(element: Element, point: Point | undefined): Picture[] {
  const pictures = picturesAround(element, point, true);
  if (pictures.length > 0 || !isDrawn(element)) return pictures;
  return elementPictures(element); // It has moved out of view since.
}

/** All pictures at a point of an element, or at its middle where the point is not in it or not known. */
function picturesAround(element: Element, point: Point | undefined, isThorough: boolean): Picture[] {
  const isIn = point && contains(element.getBoundingClientRect(), point);
  const place = isIn ? point : shownCentre(element);
  return place ? picturesAt(place, isThorough) : [];
}

/** The element that was right-clicked. Firefox alone can say (`menus.getTargetElement`, 63 and later). */
function clickedElement(targetElementId: number | undefined): Element | undefined {
  if (targetElementId === undefined || !('menus' in browser)) return undefined;
  const { menus } = browser as { menus: { getTargetElement(id: number): Element | null } };
  return menus.getTargetElement(targetElementId) ?? undefined;
}

import { elementPictures } from './element-pictures.ts';
import type { Picture } from './picture.ts';
import { picturesAt } from './pictures-at.ts';
import { drawnWithin, shadowRootOf } from './shadow-trees.ts';
import { ADDRESS_ELEMENTS } from './shown-address.ts';
import { isDrawn, isPageWide, shownCentre } from './shown-part.ts';

/** The pictures of what has the focus, else of what the mouse is over: topmost first. */
export function picturesByKeyboard(): Picture[] {
  const focused = deepest((root) => root.activeElement);
  const hovered = deepest((root) => [...root.querySelectorAll(':hover')].at(-1));
  const isHoverCloser = !!focused && !!hovered && [...drawnWithin(hovered)].includes(focused);
  const byFocus = () => (focused ? picturesOn(focused) : []);
  const byHover = () => (hovered ? picturesOf(hovered) : []);
  const [first, second] = isHoverCloser ? [byHover, byFocus] : [byFocus, byHover];
  const found = first();
  return found.length > 0 ? found : second();
}

/** What an element shows, contains or covers; not what it merely stands on. */
function picturesOn(element: Element): Picture[] {
  const around = new Set(drawnWithin(element));
  const found = picturesOf(element).filter((picture) => picture.element === element || !around.has(picture.element));
  if (found.length > 0) return found;
  return [...element.querySelectorAll(`${ADDRESS_ELEMENTS}, canvas`)]
    .filter(isDrawn)
    .flatMap((inner) => elementPictures(inner));
}

/** What an element shows by itself, then all at its middle. */
function picturesOf(element: Element): Picture[] {
  const middle = shownCentre(element);
  return [...elementPictures(element, middle), ...(middle ? picturesAt(middle, true) : [])];
}

/** Follows one element of each tree into its shadow root, and so on. The page as a whole is no answer. */
function deepest(next: (root: Document | ShadowRoot) => Element | null | undefined): Element | undefined {
  let found: Element | undefined;
  for (let root: Document | ShadowRoot | undefined = document; root; ) {
    const element: Element | null | undefined = next(root);
    if (!element || isPageWide(element)) break;
    found = element;
    root = shadowRootOf(element);
  }
  return found;
}

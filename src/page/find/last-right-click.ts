import type { Point } from './picture.ts';

/** Where the recorder leaves it: a global of the extension's own world, which the page's scripts do not share. */
const KEY = 'bitmindLastRightClick';

/** The last right click in this frame. */
export interface RightClick {
  readonly element: WeakRef<Element>;
  /** From the corner of the element's box, so that it holds when the page scrolls. CSS pixels. */
  readonly offset: Point;
}

/** Remembers a right click; one that a script of the page made up is none. */
export function rememberRightClick(event: MouseEvent): void {
  const [element] = event.composedPath();
  if (!event.isTrusted || !(element instanceof Element)) return;
  const { left, top } = element.getBoundingClientRect();
  const click: RightClick = {
    element: new WeakRef(element),
    offset: { x: event.clientX - left, y: event.clientY - top },
  };
  Reflect.set(globalThis, KEY, click);
}

/** The last right click, where it is now. Undefined without a recorder, or once its element has left the page. */
export function lastRightClick(): { readonly element: Element; readonly point: Point } | undefined {
  // As no property of its own, it would be an element of the page with that name.
  const click: RightClick | undefined = Object.hasOwn(globalThis, KEY) ? Reflect.get(globalThis, KEY) : undefined;
  const element = click?.element.deref();
  if (!click || !element?.isConnected) return undefined;
  const { left, top } = element.getBoundingClientRect();
  return { element, point: { x: left + click.offset.x, y: top + click.offset.y } };
}

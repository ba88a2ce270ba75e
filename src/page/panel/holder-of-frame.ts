import { browser } from '../../core/browser/browser.ts';
import type { PanelPlace } from '../../core/protocol/protocol.ts';
import { elementsDeep } from '../find/shadow-trees.ts';

// How the script in the top page knows the element of a frame, though the frame may be of another origin: by what the browser says
// to each script by itself. No message goes through the page, and nothing of it is called.

/**
 * Which of the top page's frames this one is, or is in; -1 where it is in a shadow tree, whose frames have no number, and in Firefox,
 * where none is asked for.
 */
export function numberInTop(): number {
  if (import.meta.env.FIREFOX) return -1;
  let view: Window = window;
  while (view.parent !== view.top) view = view.parent;
  return framesOf(view.parent).indexOf(view);
}

/** The frames of a page, which may be of another origin; but for those in shadow trees. */
function framesOf(view: Window): Window[] {
  return Array.from({ length: view.length }, (_, at) => view[at] ?? []).flat();
}

/**
 * The element of this page that holds a frame, or one around it. In Chromium a frame in which no script of ours may run, or without
 * a number, is the one that has the focus: a right click gives it that.
 */
export function holderOf({ frameId, number = -1 }: Exclude<PanelPlace, 'over'>): Element | undefined {
  for (const element of elementsDeep()) {
    const view = element instanceof HTMLIFrameElement && element.contentWindow;
    if (!view) continue;
    const isNumbered = () => (number < 0 ? hasFocus(element) : view === window[number]);
    if (import.meta.env.FIREFOX ? holds(view, frameId) : isNumbered()) return element;
  }
  return undefined;
}

/**
 * Whether a frame, of whatever origin, is the one of that id, by which the background knows it, or around it. Firefox alone tells
 * (`runtime.getFrameId`, 96 and later).
 */
function holds(view: Window, frameId: number): boolean {
  const runtime: typeof browser.runtime & { getFrameId?(view: Window): number } = browser.runtime;
  return runtime.getFrameId?.(view) === frameId || framesOf(view).some((inner) => holds(inner, frameId));
}

function hasFocus(element: Element): boolean {
  const root = element.getRootNode();
  return 'activeElement' in root && root.activeElement === element;
}

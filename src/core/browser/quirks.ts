import { browser } from './browser.ts';

// Where browsers differ, each difference once. What was measured is in docs/browser-facts.md.

/**
 * Whether a user's click in the page's panel still counts as a gesture where its message arrives, so that
 * `permissions.request` may be called there. Chromium 156: yes. Firefox 153: no (w3c/webextensions#919), so the question
 * is put again in a window of the extension's own.
 */
export const GESTURE_TRAVELS_IN_MESSAGES = !import.meta.env.FIREFOX;

/**
 * Whether a private window can show the extension's own pages. Firefox 153: yes. Chromium 156: no, but for the toolbar
 * button's popup, whose page itself belongs to the normal windows.
 */
export const PRIVATE_WINDOWS_SHOW_OWN_PAGES = import.meta.env.FIREFOX;

/**
 * Whether the window in which a file is chosen takes the focus from the toolbar button's popup, which then closes before
 * the file is known. Firefox 153: yes (bugzilla 1292701). Chromium 156: no.
 */
export const CHOOSER_CLOSES_POPUP = import.meta.env.FIREFOX;

/**
 * Whether the menu of a canvas, and of embedded files, has the items of the context `all` alone, whatever other contexts
 * they name. Chromium 156: yes. Firefox 153: no, there it has those of `page`.
 */
export const CANVAS_NEEDS_ALL = !import.meta.env.FIREFOX;

/**
 * Whether capturing a playing element disturbs its sound, then and for as long as it is there. In Firefox (153) it falls silent
 * with `mozCaptureStream`, and has gaps with `captureStream`, which it has too since lately; the former name tells it apart.
 */
export function captureDisturbsSound(video: HTMLVideoElement): boolean {
  return 'mozCaptureStream' in video;
}

/** Whether this script still belongs to the extension that runs: after an update, its old scripts in pages do not. */
export function hasRuntime(): boolean {
  return browser.runtime?.id !== undefined;
}

/** The element that was right-clicked. Firefox alone can say (`menus.getTargetElement`, 63 and later). */
export function clickedElement(targetElementId: number | undefined): Element | undefined {
  if (targetElementId === undefined || !('menus' in browser)) return undefined;
  const { menus } = browser as { menus: { getTargetElement(id: number): Element | null } };
  return menus.getTargetElement(targetElementId) ?? undefined;
}

/** The shadow root of an element, closed ones included: extensions may look into them (Chromium: `dom`, Firefox: a method). */
export function shadowRootOf(element: Element): ShadowRoot | undefined {
  if ('openOrClosedShadowRoot' in element) return (element.openOrClosedShadowRoot as ShadowRoot | null) ?? undefined;
  if (!(element instanceof HTMLElement)) return undefined;
  return browser.dom?.openOrClosedShadowRoot(element) ?? undefined;
}

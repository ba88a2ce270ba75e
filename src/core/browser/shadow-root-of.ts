import { browser } from './browser.ts';

/** The shadow root of an element, closed ones included: extensions may look into them (Chromium: `dom`, Firefox: a method). */
export function shadowRootOf(element: Element): ShadowRoot | undefined {
  if ('openOrClosedShadowRoot' in element) return (element.openOrClosedShadowRoot as ShadowRoot | null) ?? undefined;
  if (!(element instanceof HTMLElement)) return undefined;
  return browser.dom?.openOrClosedShadowRoot(element) ?? undefined;
}

import { shadowRootOf } from '../../platform/shadow-root-of.ts';

/** Elements that are looked at in one go: a page with more is searched in part, lest the panel waits for it. */
const MAX_ELEMENTS = 60_000;

/** Every element that matches, through shadow roots, closed ones included; in the order of the document. */
export function* elementsDeep(selector: string): Generator<Element> {
  let left = MAX_ELEMENTS;
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    yield* root.querySelectorAll(selector);
    for (const element of root.querySelectorAll('*')) {
      left -= 1;
      if (left < 0) return;
      const inner = element.shadowRoot ?? (mayHideRoot(element) ? shadowRootOf(element) : undefined);
      if (inner) roots.push(inner);
    }
  }
}

/** Asking the browser for closed roots takes a microsecond each: asked are custom elements, and those without children. */
function mayHideRoot(element: Element): boolean {
  return element.localName.includes('-') || (element instanceof HTMLElement && !element.firstChild);
}

/** The parent as it is drawn: through slots and out of shadow roots. */
export function drawnParent(element: Element): Element | undefined {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}

/** The element and what it is drawn within, from the inside out. */
export function* drawnWithin(element: Element): Generator<Element> {
  for (let at: Element | undefined = element; at; at = drawnParent(at)) yield at;
}

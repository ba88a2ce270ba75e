import { browser } from '../../core/browser/browser.ts';

/** Elements that are looked at in one go: a page with more is searched in part, lest the panel waits for it. */
const MAX_ELEMENTS = 60_000;

/** Elements of which Chromium (156) is asked for a closed root, at 3 µs each. Firefox has it at hand. */
const MAX_ASKED = 5_000;

/** Every element of the page, through shadow roots, closed ones included; in the order of the document. `roots` has those in the end. */
export function* elementsDeep(roots: (Document | ShadowRoot)[] = [document]): Generator<Element> {
  let left = MAX_ELEMENTS;
  let askable = MAX_ASKED;
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      left -= 1;
      if (left < 0) return;
      yield element;
      let inner = import.meta.env.FIREFOX ? shadowRootOf(element) : (element.shadowRoot ?? undefined);
      if (!import.meta.env.FIREFOX && !inner && mayHideRoot(element) && askable > 0) {
        askable -= 1;
        inner = shadowRootOf(element);
      }
      if (inner) roots.push(inner);
    }
  }
}

/**
 * Gives what finds all roots of the page again and again, and takes a quarter of the time for that: on a large page they are some time old.
 * There are none where the page has more elements than anybody looks at.
 */
export function followRoots(): () => readonly (Document | ShadowRoot)[] {
  if (!import.meta.env.FIREFOX) return () => []; // Chromium tells what is painted.
  let roots: (Document | ShadowRoot)[] = [];
  let nextAt = 0;
  return () => {
    const start = performance.now();
    if (start < nextAt) return roots;
    roots = [document];
    if ([...elementsDeep(roots)].length === MAX_ELEMENTS) roots = [];
    nextAt = start + 4 * (performance.now() - start);
    return roots;
  };
}

/** Where closed roots are most often: in custom elements, and in those that seem empty. */
function mayHideRoot(element: Element): boolean {
  return element.localName.includes('-') || (element instanceof HTMLElement && !element.firstChild);
}

/** The parent as it is drawn: through slots and out of shadow roots. */
function drawnParent(element: Element): Element | undefined {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root: Node & { readonly host?: Element } = element.getRootNode();
  return root.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? root.host : undefined; // In a frame around, no `instanceof` holds.
}

/** The element and what it is drawn within, from the inside out. */
export function* drawnWithin(element: Element): Generator<Element> {
  for (let at: Element | undefined = element; at; at = drawnParent(at)) yield at;
}

/** Those elements that are one of the others or in one of them, through shadow roots, whether in the page or not. */
export function withinAny(elements: Iterable<Element>, around: ReadonlySet<Node>): Element[] {
  const known = new Map<Node, boolean>();
  const isWithin = (element: Element) => {
    const path: Node[] = [];
    let isFound = false;
    for (let at: Node | null = element; at && !isFound; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
      const before = known.get(at);
      isFound = before ?? around.has(at);
      if (before === false) break;
      path.push(at);
    }
    for (const at of path) known.set(at, isFound);
    return isFound;
  };
  return [...elements].filter(isWithin);
}

/** The shadow root of an element, closed ones included: extensions may look into them (Chromium: `dom`, Firefox: a method). */
export function shadowRootOf(element: Element): ShadowRoot | undefined {
  if ('openOrClosedShadowRoot' in element) return (element.openOrClosedShadowRoot as ShadowRoot | null) ?? undefined;
  if (import.meta.env.FIREFOX || !(element instanceof HTMLElement)) return undefined;
  return browser.dom?.openOrClosedShadowRoot(element) ?? undefined;
}

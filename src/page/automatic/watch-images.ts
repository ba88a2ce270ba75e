import { browser } from '../../core/browser/browser.ts';
import { shadowRootOf } from '../find/shadow-trees.ts';
import { isDrawn } from '../find/shown-part.ts';
import { claimFrame, inViewOf, shareInView } from '../shared/between-scripts.ts';
import { isLarge } from './is-large.ts';
import { createLookLater } from './look-later.ts';
import { tellWhileSeen } from './tell-shown.ts';
import { whenWanted } from './when-wanted.ts';

/** Where images are that the browser loads: as elements, and as backgrounds by an element's own style. */
const IMAGES = 'img, input[type="image"], image, [style*="url("]';

/** After these an image may be seen that was transparent, or a custom element may have got its script. */
const MOVES = ['transitionend', 'animationend', 'scroll', 'load'];

/**
 * Watches for images that come into view, through shadow roots, and tells the background that there are some; which, it asks the script for
 * whole pages. Nothing is read here, and nothing drawn. Not in private windows; in a frame, once that is known to be wanted in its page.
 */
export function startAutomaticScript(): void {
  if (browser.extension.inIncognitoContext) return;
  if (window === window.top) watchImages();
  else whenWanted(watchImages);
}

function watchImages(): void {
  if (!claimFrame('automatic')) {
    inViewOf()?.tell(); // It was turned off meanwhile.
    return;
  }
  const inView = new Set<Element>();
  /** What was in view of elements, by its address. */
  let seen = new WeakMap<Element, string>();
  const roots = new WeakSet<Node>();
  /** Images in view that are transparent still, and custom elements without their script. */
  const later = createLookLater((element) => {
    if (element.matches(IMAGES)) watch([element]);
    lookBehind(element);
  });
  const tell = tellWhileSeen(() => {
    for (const element of inView) if (!element.isConnected) leave(element);
    return inView.size > 0;
  });

  const views = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      if (!isIntersecting) continue;
      if (!isLarge(boundingClientRect)) sizes.observe(target);
      else if (isLoaded(target)) enter(target);
    }
  });
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (!isLarge(target.getBoundingClientRect())) continue;
      sizes.unobserve(target);
      watch([target]);
    }
  });

  function enter(element: Element): void {
    views.unobserve(element);
    if (!isDrawn(element)) {
      later.add(element);
      return;
    }
    seen.set(element, addressIn(element));
    inView.add(element);
    tell();
  }

  /** It counts as one that nobody has seen: it is looked at again when it comes back. */
  function leave(element: Element): void {
    inView.delete(element);
    seen.delete(element);
  }

  /** Watches those of which nothing was in view, or something else; anew, so that each is looked at once more. */
  function watch(elements: Iterable<Element>): void {
    for (const element of elements) {
      if (seen.get(element) === addressIn(element)) continue;
      views.unobserve(element);
      views.observe(element);
    }
  }

  function lookInto(around: Document | ShadowRoot | Element): void {
    watch(around.querySelectorAll(IMAGES));
    for (const element of around.querySelectorAll('*')) lookBehind(element);
  }

  /** Watches what is in the shadow root of an element. */
  function lookBehind(element: Element): void {
    const isCustom = element.localName.includes('-');
    const root = element.shadowRoot ?? (isCustom && shadowRootOf(element));
    if (root) include(root);
    else if (isCustom && !element.matches(':defined')) later.add(element);
  }

  const changes = new MutationObserver((mutations) => {
    const added = new Set<Node | null>();
    for (const { type, target, addedNodes } of mutations) {
      if (type === 'attributes' && target instanceof Element && target.matches(IMAGES)) watch([target]);
      for (const node of addedNodes) added.add(node);
    }
    for (const node of added) {
      // What came within others is looked at with them.
      if (!(node instanceof Element) || !node.isConnected || added.has(node.parentNode)) continue;
      if (node.matches(IMAGES)) watch([node]);
      lookBehind(node);
      lookInto(node);
    }
    later.hurry();
  });

  function include(root: Document | ShadowRoot): void {
    if (!roots.has(root)) {
      roots.add(root);
      changes.observe(root, { subtree: true, childList: true, attributeFilter: ['style', 'href'] });
      for (const type of MOVES) root.addEventListener(type, onMove, { capture: true, passive: true });
    }
    lookInto(root);
  }

  /** Also one that shows something else from now on. */
  function onMove({ type, target }: Event): void {
    if (type === 'load' && target instanceof Element && target.matches(IMAGES)) watch([target]);
    later.hurry();
  }

  shareInView({
    take() {
      const taken = [...inView].filter(isDrawn);
      const lost = [...inView].filter((element) => !isDrawn(element));
      for (const element of lost) {
        leave(element);
        later.add(element);
      }
      inView.clear();
      return taken;
    },
    tell,
  });
  include(document);
  // Brought back, with what had begun stopped since.
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    seen = new WeakMap();
    include(document);
  });
}

/** The address of what an element shows, as far as it says itself: enough to tell one from another. */
function addressIn(element: Element): string {
  if (element instanceof HTMLImageElement) return element.currentSrc;
  if (element instanceof SVGImageElement) return element.href.baseVal;
  return element.getAttribute('src') ?? (element instanceof HTMLElement ? element.style.backgroundImage : '');
}

/** One that is still to load is looked at again then. */
function isLoaded(element: Element): boolean {
  return !(element instanceof HTMLImageElement) || (element.complete && element.naturalWidth > 0);
}

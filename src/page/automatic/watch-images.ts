import { browser } from '../../core/browser/browser.ts';
import { hasRuntime } from '../../core/browser/quirks.ts';
import { logFault } from '../../core/log.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import { claimFrame, inViewOf, shareInView } from '../shared/between-scripts.ts';

/** What is shown smaller than this is not worth a check nobody asked for, in CSS pixels a side. */
const SMALLEST_SIDE = 128;

/** Images that come into view within this time are told of together, in milliseconds. */
const GATHER_MS = 250;

/** Where images are that the browser loads: as elements, and as backgrounds by an element's own style. */
const IMAGES = 'img, input[type="image"], image, [style*="url("]';

/**
 * Watches for images that come into view, and tells the background that there are some; which, it asks the script for whole pages. Nothing
 * is read here, and nothing drawn. Not in private windows.
 */
export function startAutomaticScript(): void {
  if (browser.extension.inIncognitoContext) return;
  if (!claimFrame('automatic')) {
    inViewOf()?.tell(); // It was turned off meanwhile.
    return;
  }
  const inView = new Set<Element>();
  /** What was in view of elements, by its address. */
  const seen = new WeakMap<Element, string>();
  let isTelling = false;
  let isMore = false;

  function tell(): void {
    isMore = true;
    if (!isTelling) void tellInTurns();
  }

  async function tellInTurns(): Promise<void> {
    isTelling = true;
    while (isMore && hasRuntime()) {
      await new Promise((resolve) => setTimeout(resolve, GATHER_MS));
      isMore = false;
      for (const element of inView) if (!element.isConnected) inView.delete(element);
      if (inView.size > 0) await sendToBackground('imagesShown', {}).catch(logFault);
    }
    isTelling = false;
  }

  const views = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting, boundingClientRect: box } of entries) {
      if (!isIntersecting || Math.min(box.width, box.height) < SMALLEST_SIDE || !isLoaded(target)) continue;
      views.unobserve(target);
      seen.set(target, addressIn(target));
      inView.add(target);
      tell();
    }
  });

  /** Watches those of which nothing was in view, or something else; anew, so that each is looked at once more. */
  function watch(elements: Iterable<Element>): void {
    for (const element of elements) {
      if (seen.get(element) === addressIn(element)) continue;
      views.unobserve(element);
      views.observe(element);
    }
  }

  shareInView({
    take() {
      const taken = [...inView];
      inView.clear();
      return taken;
    },
    tell,
  });
  // Also one that shows something else from now on.
  document.addEventListener(
    'load',
    ({ target }) => target instanceof Element && target.matches(IMAGES) && watch([target]),
    {
      capture: true,
      passive: true,
    },
  );
  new MutationObserver((mutations) => {
    for (const { type, target, addedNodes } of mutations) {
      if (type === 'attributes' && target instanceof Element && target.matches(IMAGES)) watch([target]);
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        if (node.matches(IMAGES)) watch([node]);
        watch(node.querySelectorAll(IMAGES));
      }
    }
  }).observe(document, { subtree: true, childList: true, attributeFilter: ['style'] });
  watch(document.querySelectorAll(IMAGES));
}

/** The address of what an element shows, as far as it says itself: enough to tell one from another. */
function addressIn(element: Element): string {
  if (element instanceof HTMLImageElement) return element.currentSrc;
  return (
    element.getAttribute('href') ??
    element.getAttribute('src') ??
    (element instanceof HTMLElement ? element.style.backgroundImage : '')
  );
}

/** One that is still to load is looked at again then. */
function isLoaded(element: Element): boolean {
  return !(element instanceof HTMLImageElement) || (element.complete && element.naturalWidth > 0);
}

import { elementsDeep } from '../find/shadow-trees.ts';

/** Not to be seen for so long, a panel is taken for hidden, in milliseconds. */
const HIDDEN_AFTER_MS = 500;

/** How often Chromium looks, in milliseconds: as often as it allows. */
const LOOK_EVERY_MS = 100;

/** A filter of the whole page that leaves little of it, or may. The dark mode of some pages is a filter too. */
const HIDING_FILTER = /opacity|url|blur|st?\(0\)|[st]\(0\.[0-5]/;

/** What is heard of something of ours in the top layer. */
interface SeenListener {
  onCovered(): void;
  onHidden(isHidden: boolean): void;
  /** Whether the user is asked something, so that it matters. */
  isAsking(): boolean;
}

/**
 * Tells when something of ours in the top layer is hidden by the page, and when it is seen again. `onCovered` is called at once, to
 * come out on top: only what came into the top layer later can lie above it, whatever the page's styles say, and a clear layer that
 * lets clicks through is seen too. `shell` is what is seen of the host.
 */
export const watchSeen: (host: Element, shell: Element, listener: SeenListener, signal: AbortSignal) => void =
  import.meta.env.FIREFOX ? watchTopLayer : watchPainting;

/** Chromium knows whether all of an element is painted as it is, with nothing above it. */
function watchPainting(
  _host: Element,
  shell: Element,
  { onCovered, onHidden }: SeenListener,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (entries: readonly IntersectionObserverEntry[]) => {
    const isSeen = entries.at(-1)?.isVisible === true;
    clearTimeout(timer);
    timer = undefined;
    if (isSeen) {
      onHidden(false);
      return;
    }
    timer = setTimeout(onHidden, HIDDEN_AFTER_MS, true);
    onCovered();
  };
  const observer = new IntersectionObserver(look, { trackVisibility: true, delay: LOOK_EVERY_MS });
  observer.observe(shell);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    observer.disconnect();
  });
}

/**
 * Firefox does not know what lies above: there whatever the page puts into the top layer counts, in its shadow trees too. Above that
 * are filters of the page's root, and transitions of the whole view (`startViewTransition`), which may let clicks through.
 */
function watchTopLayer(
  host: Element,
  _shell: Element,
  { onCovered, onHidden, isAsking }: SeenListener,
  signal: AbortSignal,
): void {
  const heard = new WeakSet<Node>();
  let hiddenLooks = 0;
  // What is modal has the panel in itself (keep-place.ts).
  const onToggle = ({ target }: Event) => {
    if (target !== host && target instanceof HTMLElement && target.popover) onCovered();
  };
  /** Nothing of what happens in a shadow tree comes out of it. */
  const hear = (root: Node) => {
    if (heard.has(root)) return;
    heard.add(root);
    root.addEventListener('toggle', onToggle, { capture: true, signal });
    if (root instanceof ShadowRoot && root.querySelector(':popover-open')) onCovered();
  };
  hear(document);
  const look = () => {
    if (signal.aborted) return;
    setTimeout(look, HIDDEN_AFTER_MS / 2);
    if (!isAsking()) return;
    for (const element of elementsDeep()) hear(element.getRootNode());
    const { filter } = getComputedStyle(document.documentElement);
    hiddenLooks = document.activeViewTransition || HIDING_FILTER.test(filter) ? hiddenLooks + 1 : 0;
    onHidden(hiddenLooks > 2);
  };
  look();
}

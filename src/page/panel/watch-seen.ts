import { elementsDeep } from '../find/shadow-trees.ts';

/** Not to be seen for so long, a panel is taken for hidden, in milliseconds. */
const HIDDEN_AFTER_MS = 500;

/** How often Chromium looks, in milliseconds: as often as it allows. */
const LOOK_EVERY_MS = 100;

/** What a filter of the whole page leaves little of, and what it does not tell. The dark mode of some pages is a filter too. */
const HIDING_FILTER = /opacity|url|blur|(brightness|contrast)\(0(\.[0-4]\d*)?\)/;

/** What is heard of something of ours in the top layer. */
interface SeenListener {
  /** Comes out on top, which is false once the page has gone on for too long. */
  onCovered(): boolean;
  onHidden(isHidden: boolean): void;
  /** Whether the user is asked something, so that it matters. */
  isAsking(): boolean;
}

/**
 * Tells when something of ours in the top layer is hidden by the page, and when it is seen again. `onCovered` is called at once, to
 * come out on top: only what came into the top layer later can lie above it, whatever the page's styles say, and a clear layer that
 * lets clicks through is seen too.
 */
export const watchSeen: (shell: Element, listener: SeenListener, signal: AbortSignal) => void = import.meta.env.FIREFOX
  ? watchTopLayer
  : watchPainting;

/** Chromium knows whether all of an element is painted as it is, with nothing above it. */
function watchPainting(shell: Element, { onCovered, onHidden }: SeenListener, signal: AbortSignal): void {
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
function watchTopLayer(shell: Element, { onCovered, onHidden, isAsking }: SeenListener, signal: AbortSignal): void {
  const own = shell.getRootNode();
  const heard = new WeakSet<Node>([own]);
  let isLost = false;
  let hiddenLooks = 0;
  const comeOut = () => {
    isLost ||= !onCovered();
  };
  // What is modal has the panel in itself (keep-place.ts).
  const onToggle = ({ target }: Event) => {
    const isOwn = own instanceof ShadowRoot && target === own.host;
    if (!isOwn && target instanceof HTMLElement && target.popover !== null) comeOut();
  };
  /** Nothing of what happens in a shadow tree comes out of it. */
  const hear = (root: Node) => {
    if (heard.has(root)) return;
    heard.add(root);
    root.addEventListener('toggle', onToggle, { capture: true, signal });
    if (root instanceof ShadowRoot && root.querySelector(':popover-open')) comeOut();
  };
  hear(document);
  const look = () => {
    if (!isAsking()) return;
    for (const element of elementsDeep()) hear(element.getRootNode());
    const { filter } = getComputedStyle(document.documentElement);
    hiddenLooks = document.activeViewTransition || HIDING_FILTER.test(filter) ? hiddenLooks + 1 : 0;
    onHidden(isLost || hiddenLooks > 2);
  };
  const timer = setInterval(look, HIDDEN_AFTER_MS / 2);
  signal.addEventListener('abort', () => clearInterval(timer));
}

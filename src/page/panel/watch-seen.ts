/** Not to be seen for so long, a panel is taken for hidden, in milliseconds. */
const HIDDEN_AFTER_MS = 500;

/** How often Chromium looks, in milliseconds: as often as it allows. */
const LOOK_EVERY_MS = 100;

/** What Chromium alone knows: whether all of an element is painted as it is, with nothing above it. */
const IS_KNOWN = 'isVisible' in IntersectionObserverEntry.prototype;

/**
 * Tells when something of ours in the top layer is hidden by the page, and when it is seen again. `onCovered` is called at once, to
 * come out on top: only what came into the top layer later can lie above it, whatever the page's styles say, and a clear layer that
 * lets clicks through is seen too. Firefox does not know what lies above: there whatever the page puts into the top layer counts.
 */
export function watchSeen(
  shell: Element,
  { onCovered, onHidden }: { onCovered(): void; onHidden(isHidden: boolean): void },
  signal: AbortSignal,
): void {
  if (!IS_KNOWN) {
    const root = shell.getRootNode();
    const own = root instanceof ShadowRoot ? root.host : undefined;
    // What is modal has the panel in itself (keep-place.ts).
    const onToggle = ({ target }: Event) => {
      if (target !== own && target instanceof HTMLElement && target.popover !== null) onCovered();
    };
    document.addEventListener('toggle', onToggle, { capture: true, signal });
    return;
  }
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
  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(timer);
      observer.disconnect();
    },
    { once: true },
  );
}

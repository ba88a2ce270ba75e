import { isFilteredAway } from '../find/is-filtered-away.ts';
import { followRoots } from '../find/shadow-trees.ts';
import type { OwnFrame } from '../shared/own-frame.ts';

/** How often somebody looks, in milliseconds: Chromium as often as it allows. */
const LOOK_EVERY_MS = 100;

/** Something of ours in the top layer, and who hears of it. */
interface Watched extends Pick<OwnFrame, 'host' | 'shell'> {
  /** Something may lie above it. */
  onCovered(): void;
  /** Somebody has looked. */
  onSeen(isSeen: boolean): void;
  /** Whether the user is asked something, so that it matters. */
  isAsking(): boolean;
}

/**
 * Tells, while the user is asked something, whether it is seen: something of ours in the top layer may be hidden by the page. `onCovered`
 * is called at once, to come out on top: only what came into the top layer later can lie above it, whatever the page's styles say, and a
 * clear layer that lets clicks through is seen too.
 */
export function watchSeen(watched: Watched, signal: AbortSignal): void {
  const look = import.meta.env.FIREFOX ? topLayer(watched, signal) : painting(watched, signal);
  const timer = setInterval(() => {
    if (watched.isAsking()) look();
  }, LOOK_EVERY_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
}

/** Chromium knows whether all of an element is painted as it is, with nothing above it. */
function painting({ shell, onCovered, onSeen }: Watched, signal: AbortSignal): () => void {
  let isSeen = false;
  const hear = (entries: readonly IntersectionObserverEntry[]) => {
    for (const { isVisible } of entries) {
      isSeen = isVisible === true;
      if (!isSeen) onCovered();
      onSeen(isSeen);
    }
  };
  const observer = new IntersectionObserver(hear, { trackVisibility: true, delay: LOOK_EVERY_MS });
  observer.observe(shell);
  signal.addEventListener('abort', () => observer.disconnect());
  return () => onSeen(isSeen);
}

/**
 * Firefox does not know what lies above: there whatever the page puts into the top layer counts, in its shadow trees too. Above that
 * are filters of the page's root, and transitions of the whole view (`startViewTransition`), which may let clicks through. Gives
 * what looks at it.
 */
function topLayer({ host, onCovered, onSeen }: Watched, signal: AbortSignal): () => void {
  const roots = followRoots();
  let open: Element[] = [host];
  // What is modal has the panel in itself (keep-place.ts).
  const onToggle = ({ target }: Partial<Event>) => {
    if (target === host || !(target instanceof HTMLElement && target.popover)) return;
    onCovered();
    onSeen(false);
  };
  return () => {
    const now: Element[] = [];
    // Nothing of what happens in a shadow tree comes out of it, and a page can keep from us what happens outside.
    for (const root of roots()) {
      root.addEventListener('toggle', onToggle, { capture: true, signal }); // Once, however often that is said.
      now.push(...root.querySelectorAll(':popover-open'));
    }
    for (const target of now) if (!open.includes(target)) onToggle({ target });
    open = now;
    onSeen(open.includes(host) && !document.activeViewTransition && !isFilteredAway());
  };
}

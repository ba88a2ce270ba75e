/** What changes the address of what an element shows. */
const SOURCE_ATTRIBUTES = ['src', 'srcset', 'poster', 'data', 'href', 'style', 'class', 'hidden'];

/** Watches the media of a frame. */
export interface MediaWatch {
  /** Watches what is in a shadow root too, once it is known that there is media in it. */
  include(root: Node): void;
}

/**
 * Calls back, at most once a painted frame, with the elements that came into the page, or that may show something else now;
 * also when some have gone. Without any timer. Until `signal` is aborted.
 */
export function watchMedia(onChange: (changed: readonly Element[]) => void, signal: AbortSignal): MediaWatch {
  const watched = new WeakSet<Node>();
  const changed = new Set<Element>();
  let isPlanned = false;

  function plan(): void {
    if (isPlanned) return;
    isPlanned = true;
    requestAnimationFrame(() => {
      isPlanned = false;
      if (signal.aborted) return;
      const elements = [...changed].filter((element) => element.isConnected);
      changed.clear();
      onChange(elements);
    });
  }

  const observer = new MutationObserver((mutations) => {
    for (const { type, target, addedNodes } of mutations) {
      if (type === 'attributes' && target instanceof Element) changed.add(target);
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        changed.add(node);
        for (const inner of node.querySelectorAll('*')) changed.add(inner);
      }
    }
    plan();
  });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  // A picture that has loaded may be another one of its set.
  const onLoad = ({ target }: Event) => {
    if (!(target instanceof Element)) return;
    changed.add(target);
    plan();
  };

  function include(root: Node): void {
    if (watched.has(root)) return;
    watched.add(root);
    observer.observe(root, { subtree: true, childList: true, attributeFilter: SOURCE_ATTRIBUTES });
    root.addEventListener('load', onLoad, { capture: true, signal });
  }
  include(document);
  return { include };
}

/** What changes the address of what an element shows. */
const SOURCE_ATTRIBUTES = ['src', 'srcset', 'poster', 'data', 'href', 'style', 'class', 'hidden'];

/** Those by which rules of style sheets choose what is beside an element too (`.open + div`). */
const CHOSEN_BY = ['class', 'hidden'];

/** Told when a picture has loaded, which may be another one of its set, or a video is given something else to play. */
const LOADS = ['load', 'loadstart', 'loadedmetadata', 'emptied', 'error'];

/** What has changed in a frame. */
export interface MediaChange {
  /** Elements that came into the page, or that may show something else now. */
  readonly changed: readonly Element[];
  /** What is in these may look different; or they have gone from the page. */
  readonly around: ReadonlySet<Element>;
}

/** Watches the media of a frame. */
export interface MediaWatch {
  /** Watches what is in a shadow root too, once it is known that there is media in it. */
  include(root: Node): void;
}

/** Calls back, at most once a painted frame and only where elements have changed, without any timer. Until `signal` is aborted. */
export function watchMedia(onChange: (change: MediaChange) => void, signal: AbortSignal): MediaWatch {
  const watched = new WeakSet<Node>();
  const changed = new Set<Element>();
  const around = new Set<Element>();
  let isPlanned = false;

  function plan(): void {
    if (isPlanned || (changed.size === 0 && around.size === 0)) return;
    isPlanned = true;
    requestAnimationFrame(() => {
      isPlanned = false;
      const change = { changed: [...changed].filter((element) => element.isConnected), around: new Set(around) };
      changed.clear();
      around.clear();
      if (!signal.aborted) onChange(change);
    });
  }

  function noteAttribute(element: Element, name: string): void {
    changed.add(element);
    const image = element.localName === 'source' && element.parentElement?.querySelector('img');
    if (image) changed.add(image);
    if (CHOSEN_BY.includes(name)) around.add(element.parentElement ?? element);
    else if (name === 'style' && element.firstElementChild) around.add(element);
    noteSheet(element);
  }

  /** A style sheet that came, changed or went may change everything. */
  function noteSheet(node: Node): void {
    if (node instanceof Element && /^(style|link)$/.test(node.localName)) around.add(document.documentElement);
  }

  const observer = new MutationObserver((mutations) => {
    for (const { type, target, attributeName, addedNodes, removedNodes } of mutations) {
      if (type === 'attributes' && target instanceof Element) noteAttribute(target, attributeName ?? '');
      else noteSheet(target); // Other text in it.
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        noteSheet(node);
        changed.add(node);
        for (const inner of node.querySelectorAll('*')) changed.add(inner);
      }
      for (const node of removedNodes) {
        noteSheet(node);
        if (node instanceof Element) around.add(node);
      }
    }
    plan();
  });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  const onLoad = ({ target }: Event) => {
    if (!(target instanceof Element)) return;
    changed.add(target);
    noteSheet(target);
    plan();
  };

  function include(root: Node): void {
    if (watched.has(root)) return;
    watched.add(root);
    observer.observe(root, { subtree: true, childList: true, attributeFilter: SOURCE_ATTRIBUTES });
    for (const type of LOADS) root.addEventListener(type, onLoad, { capture: true, signal });
  }
  include(document);
  // Style sheets have rules for sizes of the window.
  const onResize = () => {
    around.add(document.documentElement);
    plan();
  };
  window.addEventListener('resize', onResize, { signal });
  return { include };
}

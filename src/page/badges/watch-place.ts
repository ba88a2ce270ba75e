/** Shares of an element at which the browser tells how much of it is where it was. */
const SHARES = Array.from({ length: 101 }, (_, percent) => percent / 100);

/**
 * Calls back when an element leaves its place in the frame's viewport, for whatever reason, once. Nothing of ours runs while
 * it stays: the browser is asked how much of it lies within its own box (`IntersectionObserver`). Gives what ends it.
 */
export function watchPlace(element: Element, onLeft: () => void): () => void {
  const box = element.getBoundingClientRect();
  // Which element has the viewport's size is another one in pages without a doctype.
  const viewport = document.compatMode === 'BackCompat' ? document.body : document.documentElement;
  const { clientWidth, clientHeight } = viewport ?? document.documentElement;
  const insets = [box.top, clientWidth - box.right, clientHeight - box.bottom, box.left];
  let isFirst = true;
  const observer = new IntersectionObserver(
    () => {
      const wasFirst = isFirst;
      isFirst = false;
      if (wasFirst && isSameBox(box, element.getBoundingClientRect())) return;
      observer.disconnect();
      onLeft();
    },
    // Fractions are not taken everywhere.
    { root: document, rootMargin: insets.map((inset) => `${-Math.floor(inset)}px`).join(' '), threshold: SHARES },
  );
  observer.observe(element);
  return () => observer.disconnect();
}

/** Whether two boxes are the same, but for what layout rounds. */
function isSameBox(one: DOMRect, other: DOMRect): boolean {
  const isNear = (a: number, b: number) => Math.abs(a - b) < 1;
  return (
    isNear(one.left, other.left) &&
    isNear(one.top, other.top) &&
    isNear(one.right, other.right) &&
    isNear(one.bottom, other.bottom)
  );
}

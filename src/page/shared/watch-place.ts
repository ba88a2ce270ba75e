/** Shares of an element at which the browser tells how much of it is where it was. */
const SHARES = Array.from({ length: 101 }, (_, percent) => percent / 100);

/**
 * Calls back when an element leaves its place in the frame's viewport, for whatever reason, once. Nothing of ours runs while
 * it stays: the browser is asked how much of it lies within its own box (`IntersectionObserver`). Gives what ends it.
 */
export function watchPlace(element: Element, onLeft: () => void): () => void {
  const box = element.getBoundingClientRect();
  // It has the viewport's size: another element in pages without a doctype.
  const { clientWidth, clientHeight } = document.scrollingElement ?? document.documentElement;
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

const SIDES = ['left', 'top', 'right', 'bottom'] as const;

/** Whether two boxes are the same, but for what layout rounds. */
function isSameBox(one: DOMRect, other: DOMRect): boolean {
  return SIDES.every((side) => Math.abs(one[side] - other[side]) < 1);
}

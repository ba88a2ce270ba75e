/** With less of its contrast left, a page is taken for hidden. The dark mode of some pages is a filter too. */
const LEAST_CONTRAST = 0.5;

/** Whether a filter of the page's root hides all that is in it; in Firefox, which tells nobody what is painted. */
export function isFilteredAway(): boolean {
  if (!import.meta.env.FIREFOX) return false;
  return contrastLeft(getComputedStyle(document.documentElement).filter) < LEAST_CONTRAST;
}

/** How much of the contrast below is left by a filter, as CSS computes it; from 0 to 1. Many mild ones leave little. */
export function contrastLeft(filter: string): number {
  let left = 1;
  for (const [, name, text] of filter.matchAll(/(blur|brightness|contrast|invert|opacity|url)\(([\d.]*)/g)) {
    const value = Number(text); // 0 for what is none, as an address.
    left *= name === 'invert' ? Math.abs(1 - 2 * value) : Math.min(value, 1 / value);
  }
  return left;
}

import { drawnWithin } from './shadow-trees.ts';

/** Elements of the top layer are drawn above all others, and cut off by none. */
export const TOP_LAYER = ':modal, :popover-open, :fullscreen';

/** The level of what is not positioned: above a negative `z-index`, below what is positioned. */
const IN_FLOW = -0.5;

/**
 * Whether `a` is drawn above `b`, as far as can be told: a descendant above its ancestor, then by the `z-index` of the
 * positioned branch each is in, then by the order in the document (CSS 2.2, appendix E).
 */
export function isAbove(a: Element, b: Element): boolean {
  const [branchA, branchB] = branches(a, b);
  if (branchA.length === 0) return levelOf(branchB) < IN_FLOW; // `a` is around `b`.
  if (branchB.length === 0) return levelOf(branchA) >= IN_FLOW;
  const difference = levelOf(branchA) - levelOf(branchB);
  if (difference !== 0) return difference > 0;
  const [first, second] = [branchA[0], branchB[0]];
  return !!first && !!second && !!(first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_PRECEDING);
}

/** What leads from the nearest common ancestor to each, from the outside in. */
function branches(a: Element, b: Element): [Element[], Element[]] {
  const pathA = [...drawnWithin(a)].reverse();
  const pathB = [...drawnWithin(b)].reverse();
  let shared = 0;
  while (shared < pathA.length && pathA[shared] === pathB[shared]) shared += 1;
  return [pathA.slice(shared), pathB.slice(shared)];
}

/** The level of a branch among its siblings: that of the first in it that makes one. */
function levelOf(branch: readonly Element[]): number {
  if (branch.some((element) => element.matches(TOP_LAYER))) return Number.POSITIVE_INFINITY;
  for (const element of branch) {
    const { position, zIndex, opacity, transform } = getComputedStyle(element);
    const isPositioned = position !== 'static';
    if (zIndex !== 'auto' && (isPositioned || isFlexItem(element))) return Number(zIndex);
    if (isPositioned || opacity !== '1' || transform !== 'none') return 0;
  }
  return IN_FLOW;
}

/** Items of flexible boxes and grids have a `z-index` without being positioned. */
function isFlexItem({ parentElement }: Element): boolean {
  return !!parentElement && /flex|grid/.test(getComputedStyle(parentElement).display);
}

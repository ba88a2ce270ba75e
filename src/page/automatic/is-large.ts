/** What is shown smaller than this is not worth a check nobody asked for, in CSS pixels a side. */
const SMALLEST_SIDE = 128;

/** Whether something is shown large enough to be checked although nobody asked for it. */
export function isLarge({ width, height }: { readonly width: number; readonly height: number }): boolean {
  return Math.min(width, height) >= SMALLEST_SIDE;
}

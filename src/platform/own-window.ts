/** In the address of the popup's page when it stands in a window of its own. */
export const IN_WINDOW = 'window';

/** Whether this page stands in a window of its own, not in the toolbar button's popup. */
export function isInWindow(): boolean {
  return new URL(location.href).searchParams.has(IN_WINDOW);
}

import { browser } from './browser.ts';

/** The element that was right-clicked. Firefox alone can say (`menus.getTargetElement`, 63 and later). */
export function clickedElement(targetElementId: number | undefined): Element | undefined {
  if (targetElementId === undefined || !('menus' in browser)) return undefined;
  const { menus } = browser as { menus: { getTargetElement(id: number): Element | null } };
  return menus.getTargetElement(targetElementId) ?? undefined;
}

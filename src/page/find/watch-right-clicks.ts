import { rememberRightClick } from './last-right-click.ts';

/**
 * Remembers right clicks for as long as the document lives: on the window and in the capture phase, so that a script of the
 * page, which comes later, cannot stop the event first.
 */
export function watchRightClicks(): void {
  const watch = () => {
    window.addEventListener('pointerdown', onPointerDown, { capture: true, passive: true });
    window.addEventListener('contextmenu', rememberRightClick, { capture: true, passive: true });
  };
  watch();
  // `document.open()` takes away the listeners of every world; it also replaces the root element, which is seen here.
  new MutationObserver(watch).observe(document, { childList: true });
}

/** A page can keep the menu's own event from Firefox's Shift and right click; the button comes before it. */
function onPointerDown(event: PointerEvent): void {
  if (event.button === 2) rememberRightClick(event);
}

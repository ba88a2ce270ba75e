import { movePanel } from './place-panel.ts';

/** Lets the pointer that went down on the panel's header drag the panel, never out of the viewport. */
export function dragPanel(panel: HTMLElement, down: PointerEvent): void {
  const handle = down.currentTarget as HTMLElement;
  const isOnButton = (down.target as Element).closest('button') !== null;
  if (isOnButton || down.button !== 0) return;
  const start = panel.getBoundingClientRect();
  handle.setPointerCapture(down.pointerId);
  const end = new AbortController();
  handle.addEventListener(
    'pointermove',
    ({ screenX, screenY }) => {
      // The handle's own coordinates move with the panel.
      moveInView(panel, start.left + screenX - down.screenX, start.top + screenY - down.screenY);
    },
    { signal: end.signal },
  );
  for (const type of ['pointerup', 'pointercancel']) {
    handle.addEventListener(type, () => end.abort(), { signal: end.signal });
  }
}

/** Keeps a panel that was dragged in the viewport, as either grows or shrinks, until `signal` is aborted. */
export function keepInView(panel: HTMLElement, signal: AbortSignal): void {
  const stay = () => {
    const { left, top } = panel.getBoundingClientRect();
    moveInView(panel, left, top);
  };
  const grows = new ResizeObserver(stay);
  grows.observe(panel);
  signal.addEventListener('abort', () => grows.disconnect(), { once: true });
  window.addEventListener('resize', stay, { signal });
}

/** Moves the panel to a place, or as near to it as the viewport holds the whole panel. */
function moveInView(panel: HTMLElement, left: number, top: number): void {
  const { width, height } = panel.getBoundingClientRect();
  movePanel(panel, within(left, innerWidth - width), within(top, innerHeight - height));
}

function within(value: number, max: number): number {
  return Math.max(0, Math.min(value, max));
}

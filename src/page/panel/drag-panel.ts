import { follow, movePanel } from './place-panel.ts';

/** Lets the pointer that went down on the panel's header drag the panel, never out of the viewport; false where it is on a button. */
export function dragPanel(panel: HTMLElement, down: PointerEvent): boolean {
  const handle = down.currentTarget as HTMLElement;
  if (down.button !== 0 || (down.target as Element).closest('button')) return false;
  const start = panel.getBoundingClientRect();
  handle.setPointerCapture(down.pointerId);
  const end = new AbortController();
  handle.addEventListener(
    'pointermove',
    ({ screenX, screenY }) => {
      // The handle's own coordinates move with the panel.
      movePanel(panel, start.left + screenX - down.screenX, start.top + screenY - down.screenY);
    },
    { signal: end.signal },
  );
  for (const type of ['pointerup', 'pointercancel']) {
    handle.addEventListener(type, () => end.abort(), { signal: end.signal });
  }
  return true;
}

/** Keeps a panel that was dragged in the viewport, as either grows or shrinks, until `signal` is aborted. */
export function keepInView(panel: HTMLElement, signal: AbortSignal): void {
  const stay = () => {
    const { left, top } = panel.getBoundingClientRect();
    movePanel(panel, left, top);
  };
  follow([panel], stay, signal);
}

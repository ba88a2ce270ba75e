import { movePanel } from './place-panel.ts';

/** Lets the pointer that went down on the panel's header drag the panel, never out of the viewport. */
export function dragPanel(panel: HTMLElement, down: PointerEvent): void {
  const isOnButton = down.composedPath().some((part) => part instanceof HTMLButtonElement);
  if (!(down.currentTarget instanceof HTMLElement) || isOnButton || down.button !== 0) return;
  const handle = down.currentTarget;
  const start = panel.getBoundingClientRect();
  handle.setPointerCapture(down.pointerId);
  const end = new AbortController();
  handle.addEventListener(
    'pointermove',
    ({ clientX, clientY }) => {
      const left = start.left + clientX - down.clientX;
      const top = start.top + clientY - down.clientY;
      movePanel(panel, within(left, innerWidth - start.width), within(top, innerHeight - start.height));
    },
    { signal: end.signal },
  );
  for (const type of ['pointerup', 'pointercancel']) {
    handle.addEventListener(type, () => end.abort(), { signal: end.signal });
  }
}

function within(value: number, max: number): number {
  return Math.max(0, Math.min(value, max));
}

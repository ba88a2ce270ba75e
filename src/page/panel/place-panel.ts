import { autoUpdate, computePosition, flip, offset, shift } from '@floating-ui/dom';
import type { PanelHost } from './panel-host.ts';

/** Distance from the media, and from the edges of the viewport, in CSS pixels. */
const GAP = 8;

/**
 * Keeps the panel beside the media while the page scrolls, zooms and changes, until `signal` is aborted. Without a media
 * element, or once it has gone, it stays at the top right.
 */
export function placePanel({ shell: panel, unzoom }: PanelHost, media: Element | undefined, signal: AbortSignal): void {
  panel.style.setProperty('top', `${GAP}px`);
  panel.style.setProperty('right', `${GAP}px`);
  if (!media) return;
  const stop = autoUpdate(media, panel, () => {
    unzoom();
    void placeBeside(panel, media);
  });
  signal.addEventListener('abort', stop, { once: true });
}

async function placeBeside(panel: HTMLElement, media: Element): Promise<void> {
  const box = media.getBoundingClientRect();
  if (!media.isConnected || box.width === 0 || box.height === 0) return;
  const { x, y } = await computePosition(media, panel, {
    strategy: 'fixed',
    placement: 'right-start',
    middleware: [
      offset(GAP),
      flip({ fallbackPlacements: ['left-start', 'bottom-start', 'top-start'], padding: GAP }),
      shift({ padding: GAP, crossAxis: true }),
    ],
  });
  movePanel(panel, x, y);
}

/** Moves the panel to a place in the viewport, in CSS pixels. */
export function movePanel(panel: HTMLElement, left: number, top: number): void {
  panel.style.setProperty('right', 'auto');
  panel.style.setProperty('left', `${left}px`);
  panel.style.setProperty('top', `${top}px`);
}

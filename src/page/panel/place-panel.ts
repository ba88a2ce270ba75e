import { followElements } from '../badges/follow-elements.ts';
import { bestPlace, GAP } from './best-place.ts';
import type { OwnFrame } from './own-frame.ts';

/**
 * Keeps the panel beside the media while the page scrolls, zooms and changes, until `signal` is aborted. Without a media
 * element, or once it has gone, it stays at the top right.
 */
export function placePanel(
  { shell, unzoom }: Pick<OwnFrame, 'shell' | 'unzoom'>,
  media: Element | undefined,
  signal: AbortSignal,
): void {
  shell.style.setProperty('top', `${GAP}px`);
  shell.style.setProperty('right', `${GAP}px`);
  if (!media) return;
  const place = () => {
    unzoom();
    placeBeside(shell, media);
  };
  const following = followElements(place);
  const grows = new ResizeObserver(place);
  following.add(media);
  grows.observe(shell);
  window.addEventListener('resize', place, { signal });
  signal.addEventListener(
    'abort',
    () => {
      following.drop(media);
      grows.disconnect();
    },
    { once: true },
  );
  place();
}

function placeBeside(shell: HTMLElement, media: Element): void {
  const box = media.getBoundingClientRect();
  if (!media.isConnected || box.width === 0 || box.height === 0) return;
  const { left, top } = bestPlace(shell.getBoundingClientRect(), box, { width: innerWidth, height: innerHeight });
  movePanel(shell, left, top);
}

/** Moves the panel to a place in the viewport, in CSS pixels. */
export function movePanel(panel: HTMLElement, left: number, top: number): void {
  panel.style.setProperty('right', 'auto');
  panel.style.setProperty('left', `${left}px`);
  panel.style.setProperty('top', `${top}px`);
}

import { textDirection } from '../../core/i18n.ts';
import { watchPlace } from '../badges/watch-place.ts';
import type { Area } from '../read/visible-part.ts';
import { bestPlace, GAP } from './best-place.ts';
import { takenPlaces } from './between-scripts.ts';
import type { OwnFrame } from './own-frame.ts';

/**
 * Keeps the panel beside an element while the page scrolls, zooms and changes, until `signal` is aborted. Without one, or once
 * it has gone, it stays in the upper corner at the end of a line. It touches nothing of the page's.
 */
export function placePanel(
  { shell, unzoom }: Pick<OwnFrame, 'shell' | 'unzoom'>,
  media: Element | undefined,
  signal: AbortSignal,
): void {
  const isRightToLeft = textDirection() === 'rtl';
  shell.style.setProperty('top', `${GAP}px`);
  shell.style.setProperty(isRightToLeft ? 'left' : 'right', `${GAP}px`);
  if (!media) return;
  const place = () => {
    unzoom();
    const box = media.getBoundingClientRect();
    if (!media.isConnected || box.width === 0 || box.height === 0) return;
    const surroundings = { media: box, view: viewOnScreen(), taken: takenPlaces(), isRightToLeft };
    const { left, top } = bestPlace(shell.getBoundingClientRect(), surroundings);
    movePanel(shell, left, top);
  };
  place();
  const grows = new ResizeObserver(place);
  grows.observe(shell);
  signal.addEventListener('abort', () => grows.disconnect(), { once: true });
  follow(media, place, signal);
}

/** The part of the page that is on the screen: less than the layout viewport while the user zooms in with two fingers. */
function viewOnScreen(): Area {
  const { offsetLeft = 0, offsetTop = 0, width = innerWidth, height = innerHeight } = visualViewport ?? {};
  return { left: offsetLeft, top: offsetTop, width, height };
}

/** Calls back in each painted frame while an element or the view moves. Nothing of ours runs while they rest. */
function follow(element: Element, onMoved: () => void, signal: AbortSignal): void {
  let last: DOMRect | undefined;
  let isPlanned = false;
  let unwatch: (() => void) | undefined;

  function look(): void {
    isPlanned = false;
    if (signal.aborted) return;
    const now = element.getBoundingClientRect();
    const isAtRest = JSON.stringify(now) === JSON.stringify(last);
    last = now;
    onMoved();
    if (isAtRest) unwatch = watchPlace(element, wake);
    else wake();
  }

  function wake(): void {
    unwatch?.();
    unwatch = undefined;
    if (!isPlanned) requestAnimationFrame(look);
    isPlanned = true;
  }

  // An element that is cut off on all sides is not seen to move; once it is seen again, it is looked at.
  const views = new IntersectionObserver(wake);
  const sizes = new ResizeObserver(wake);
  views.observe(element);
  sizes.observe(element);
  for (const target of [window, visualViewport]) target?.addEventListener('resize', wake, { signal });
  visualViewport?.addEventListener('scroll', wake, { signal });
  const end = () => {
    unwatch?.();
    views.disconnect();
    sizes.disconnect();
  };
  signal.addEventListener('abort', end, { once: true });
}

/** Moves the panel to a place in the viewport, in CSS pixels. */
export function movePanel(panel: HTMLElement, left: number, top: number): void {
  panel.style.setProperty('right', 'auto');
  panel.style.setProperty('left', `${left}px`);
  panel.style.setProperty('top', `${top}px`);
}

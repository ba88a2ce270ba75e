import { GESTURE_TRAVELS_IN_MESSAGES } from '../../core/browser/quirks.ts';
import { textDirection } from '../../core/i18n.ts';
import type { Area } from '../read/visible-part.ts';
import { takenPlaces } from '../shared/between-scripts.ts';
import type { OwnFrame } from '../shared/own-frame.ts';
import { watchPlace } from '../shared/watch-place.ts';
import { bestPlace, within } from './best-place.ts';

/** Chromium's prompt for access, in the middle of the upper edge of the window's content (docs/browser-facts.md), in CSS pixels. */
const PROMPT = { width: 448, height: 212 };

/**
 * Keeps the panel beside an element while the page scrolls, zooms and changes, until `signal` is aborted. Without one, or once
 * it has gone, it stays where it is, at first in a corner (own-frame.css). It touches nothing of the page's.
 *
 * Gives back what has it leave room, from then on, for the prompt in which the browser asks for access.
 */
export function placePanel(
  { shell, unzoom }: Pick<OwnFrame, 'shell' | 'unzoom'>,
  media: Element | undefined,
  signal: AbortSignal,
): (() => void) | undefined {
  if (!media) return undefined;
  const isRightToLeft = textDirection() === 'rtl';
  let hasPrompt = false;
  const place = () => {
    unzoom();
    const box = media.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) return; // One that has gone has no size.
    const view = viewOnScreen();
    const prompt = { ...PROMPT, left: view.left + (view.width - PROMPT.width) / 2, top: view.top };
    const taken = hasPrompt ? [prompt, ...takenPlaces()] : takenPlaces();
    const surroundings = { media: box, view, taken, isRightToLeft };
    const { left, top } = bestPlace(shell.getBoundingClientRect(), surroundings);
    movePanel(shell, left, top);
  };
  place();
  follow([media, shell], place, signal);
  return () => {
    // Firefox asks in a window of its own; and where a frame is in the window, nobody in it knows.
    if (!GESTURE_TRAVELS_IN_MESSAGES || window !== window.top || signal.aborted) return;
    hasPrompt = true;
    place();
  };
}

/** The part of the page that is on the screen: less than the layout viewport while the user zooms in with two fingers. */
export function viewOnScreen(): Area {
  const { offsetLeft: left = 0, offsetTop: top = 0, width = 0, height = 0 } = visualViewport ?? {};
  return { left, top, width, height };
}

/**
 * Calls back in each painted frame while the first of some elements or the view moves, and at once when one of them grows or shrinks.
 * Nothing of ours runs while they rest.
 */
export function follow(
  [element, ...others]: readonly [Element, ...Element[]],
  onMoved: () => void,
  signal: AbortSignal,
): void {
  let last = '';
  let isPlanned = false;
  let unwatch: (() => void) | undefined;

  function look(): void {
    isPlanned = false;
    if (signal.aborted) return;
    onMoved();
    const now = JSON.stringify(element.getBoundingClientRect());
    if (now === last) unwatch = watchPlace(element, wake);
    else wake();
    last = now;
  }

  function wake(): void {
    unwatch?.();
    unwatch = undefined;
    if (!isPlanned) requestAnimationFrame(look);
    isPlanned = true;
  }

  // An element that is cut off on all sides is not seen to move; once it is seen again, it is looked at.
  const views = new IntersectionObserver(wake);
  const sizes = new ResizeObserver(() => {
    onMoved(); // Before it is painted.
    wake();
  });
  views.observe(element);
  sizes.observe(element);
  for (const one of others) sizes.observe(one);
  // It changes with the window too.
  for (const type of ['resize', 'scroll']) visualViewport?.addEventListener(type, wake, { signal });
  const end = () => {
    unwatch?.();
    views.disconnect();
    sizes.disconnect();
  };
  signal.addEventListener('abort', end, { once: true });
}

/** Moves the panel to a place in the viewport, in CSS pixels, or as near to it as all of the panel is in view. */
export function movePanel(panel: HTMLElement, left: number, top: number): void {
  const { width, height } = panel.getBoundingClientRect();
  const view = viewOnScreen();
  panel.style.setProperty('right', 'auto');
  panel.style.setProperty('left', `${within(left, view.left, view.left + view.width - width)}px`);
  panel.style.setProperty('top', `${within(top, view.top, view.top + view.height - height)}px`);
}

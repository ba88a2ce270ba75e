import type { OnScreen } from './page-media.ts';
import { type Area, visiblePart } from './visible-part.ts';

/** Part of a CSS pixel by which a rectangle may be cut and still count as whole: layout rounds. */
const ROUNDING = 1;

/**
 * Where an element is on the screen of its tab, through frames of the same origin. Undefined when nothing of it is in view;
 * `hidden` when a frame of another origin does not tell where it is.
 */
export function onScreen(element: Element): OnScreen | 'hidden' | undefined {
  const whole: Area = element.getBoundingClientRect();
  let part = visiblePart(whole);
  let view: Window = window;
  while (view !== view.parent) {
    const frame = frameElementOf(view);
    if (!frame) return 'hidden';
    const box = frame.getBoundingClientRect();
    view = view.parent;
    const inParent = {
      ...part,
      left: part.left + box.left + frame.clientLeft,
      top: part.top + box.top + frame.clientTop,
    };
    part = visiblePart(inParent, view.innerWidth, view.innerHeight);
  }
  if (part.width < 1 || part.height < 1) return undefined;
  const isPartial = part.width < whole.width - ROUNDING || part.height < whole.height - ROUNDING;
  return { ...zoomed(part, view), isPartial };
}

/** Frames of other origins hide their element. */
function frameElementOf(view: Window): Element | undefined {
  try {
    return view.frameElement ?? undefined; // Of another realm: no `instanceof` holds for it.
  } catch {
    return undefined; // SecurityError: another origin.
  }
}

/** A capture shows the visual viewport: under pinch zoom that is a part of the layout's. */
function zoomed(area: Area, view: Window): Area & { viewportWidth: number } {
  const visual = view.visualViewport;
  if (!visual || visual.scale === 1) return { ...area, viewportWidth: view.innerWidth };
  const moved = { ...area, left: area.left - visual.offsetLeft, top: area.top - visual.offsetTop };
  return { ...visiblePart(moved, visual.width, visual.height), viewportWidth: visual.width };
}

import type { FileRoom, OnScreen } from '../../core/media/page-media.ts';
import { isDrawn, shownPart } from '../find/shown-part.ts';
import { fileRoom } from './file-room.ts';
import { uncoveredPart } from './uncovered-part.ts';
import { type Area, commonPart, ROUNDING, visiblePart } from './visible-part.ts';

/**
 * Where an element is on the screen of its tab, through frames of the same origin: the part of it that is drawn, and that
 * nothing else is drawn over. Undefined when nothing of it is in view, or something else in its place; `hidden` when a frame of
 * another origin does not tell where it is.
 */
export function onScreen(element: Element): OnScreen | 'hidden' | undefined {
  if (!isDrawn(element)) return undefined;
  let seen = seenPart(element, element.getBoundingClientRect());
  let file = fileRoom(element);
  let view: Window = window;
  while (view !== view.parent) {
    const frame = frameElementOf(view);
    if (!frame) return 'hidden';
    view = view.parent;
    const part = seen && seenPart(frame, inParent(seen, frame));
    seen = part && { ...part, isPartial: part.isPartial || seen?.isPartial === true };
    file = file && roomInParent(file, frame);
  }
  const shown = seen && zoomed(seen, view);
  const { offsetLeft = 0, offsetTop = 0 } = view.visualViewport ?? {};
  return (
    shown && { ...shown, ...(file && { file: { ...file, left: file.left - offsetLeft, top: file.top - offsetTop } }) }
  );
}

/** A part of the media that is seen. */
interface SeenPart extends Area {
  readonly isPartial: boolean;
}

/** What is seen of an area within an element. */
function seenPart(element: Element, area: Area): SeenPart | undefined {
  const shown = commonPart(area, shownPart(element));
  const seen = isThere(shown) ? uncoveredPart(element, shown) : undefined;
  return seen && { ...seen, isPartial: seen.isPartial || isSmaller(seen, area) };
}

function isThere({ width, height }: Area): boolean {
  return width >= 1 && height >= 1;
}

function isSmaller(part: Area, whole: Area): boolean {
  return part.width < whole.width - ROUNDING || part.height < whole.height - ROUNDING;
}

/** Frames of other origins hide their element. */
function frameElementOf(view: Window): HTMLElement | undefined {
  try {
    return (view.frameElement as HTMLElement | null) ?? undefined; // Of another realm: no `instanceof` holds for it.
  } catch {
    return undefined; // SecurityError: another origin.
  }
}

/** An area of a frame in the viewport of the page around it, which may have scaled the frame. */
function inParent(area: Area, frame: HTMLElement): Area {
  const box = frame.getBoundingClientRect();
  const { paddingLeft, paddingTop } = getComputedStyle(frame);
  const [across, down] = [box.width / frame.offsetWidth, box.height / frame.offsetHeight];
  return {
    left: box.left + (frame.clientLeft + Number.parseFloat(paddingLeft) + area.left) * across,
    top: box.top + (frame.clientTop + Number.parseFloat(paddingTop) + area.top) * down,
    width: area.width * across,
    height: area.height * down,
  };
}

function roomInParent(room: FileRoom, frame: HTMLElement): FileRoom {
  const area = inParent(room, frame);
  return { ...room, ...area, scale: (room.scale * area.width) / room.width || 1 };
}

/** A capture shows the visual viewport: under pinch zoom that is a part of the layout's. */
function zoomed(seen: SeenPart, view: Window): OnScreen | undefined {
  const visual = view.visualViewport;
  if (!visual || visual.scale === 1) return { ...seen, viewportWidth: view.innerWidth };
  const moved = { ...seen, left: seen.left - visual.offsetLeft, top: seen.top - visual.offsetTop };
  const part = visiblePart(moved, visual.width, visual.height);
  if (!isThere(part)) return undefined;
  return { ...part, viewportWidth: visual.width, isPartial: seen.isPartial || isSmaller(part, seen) };
}

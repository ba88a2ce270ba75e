/** A rectangle in CSS pixels. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The part of a rectangle that lies within the frame's viewport; no size where none does. */
export function visiblePart(area: Area, viewportWidth = innerWidth, viewportHeight = innerHeight): Area {
  const left = Math.max(area.left, 0);
  const top = Math.max(area.top, 0);
  const width = Math.max(0, Math.min(area.left + area.width, viewportWidth) - left);
  const height = Math.max(0, Math.min(area.top + area.height, viewportHeight) - top);
  return { left, top, width, height };
}

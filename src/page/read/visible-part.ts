/** A rectangle in CSS pixels. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Part of a CSS pixel by which rectangles may differ and still count as the same: layout rounds. */
export const ROUNDING = 1;

/** What two rectangles share; no size where that is nothing. */
export function commonPart(area: Area, other: Area): Area {
  const left = Math.max(area.left, other.left);
  const top = Math.max(area.top, other.top);
  const width = Math.max(0, Math.min(area.left + area.width, other.left + other.width) - left);
  const height = Math.max(0, Math.min(area.top + area.height, other.top + other.height) - top);
  return { left, top, width, height };
}

/** The part of a rectangle that lies within a viewport; no size where none does. */
export function visiblePart(area: Area, viewportWidth = innerWidth, viewportHeight = innerHeight): Area {
  return commonPart(area, { left: 0, top: 0, width: viewportWidth, height: viewportHeight });
}

import type { FileRoom, Size } from '../../core/media/page-media.ts';

/** A box in the tab's viewport, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** How much of a file's own size its room gives it, by `object-fit` or `background-size`. */
const SCALES: Readonly<Record<string, (across: number, down: number) => number>> = {
  contain: Math.min,
  cover: Math.max,
  'scale-down': (across, down) => Math.min(1, across, down),
};

/**
 * Where the whole of a file lies that an element shows, though its room may cut off a part of it. Undefined where that has to be
 * calculated (`calc()`), and where nothing is shown.
 */
export function filePlace({ left, top, fit, position, scale, own, ...shown }: FileRoom, file: Size): Box | undefined {
  const room = { width: shown.width / scale, height: shown.height / scale };
  const { width, height } = sizeIn(room, own ?? file, fit);
  const [x = '50%', y = '50%'] = position.split(' ').filter((part) => part !== '');
  const [across, down] = [length(x, room.width - width), length(y, room.height - height)];
  const place = { left: left + across * scale, top: top + down * scale, width: width * scale, height: height * scale };
  const isKnown = Object.values(place).every(Number.isFinite) && width > 0 && height > 0;
  return isKnown ? place : undefined;
}

/** How large a file is drawn; as large as it is where nothing else is said (`none`, `auto`). */
function sizeIn(room: Size, own: Size, fit: string): Size {
  if (fit === 'fill') return room;
  const scale = SCALES[fit]?.(room.width / own.width, room.height / own.height);
  if (scale !== undefined) return { width: own.width * scale, height: own.height * scale };
  const [across = '', down = 'auto'] = fit.split(' ');
  const [width, height] = [length(across, room.width), length(down, room.height)];
  return {
    width: width || ((height || own.height) * own.width) / own.height,
    height: height || ((width || own.width) * own.height) / own.width,
  };
}

/** A length, or a share of the room, as computed. Not a number for anything else. */
function length(value: string, room: number): number {
  const amount = Number.parseFloat(value);
  return value.endsWith('%') ? (room * amount) / 100 : amount;
}

import { pixelsOf } from './pixels-of.ts';

/** Side of the square a frame is looked at in, in pixels. */
const SIDE = 24;

/** By how much a channel may vary within one plain colour (0 to 255): codecs leave traces. */
const TOLERANCE = 6;

/** What one look at a video told. */
export interface FrameLook {
  /** The whole frame is one colour: black before the start, or where a video may not be seen. */
  readonly isPlain: boolean;
  /** The same for frames that look the same. */
  readonly print: string;
}

/** Looks at a frame, or at what a video shows now. Throws where it may not be read. */
export function sampleFrame(frame: HTMLVideoElement | OffscreenCanvas | ImageBitmap): FrameLook {
  const data = pixelsOf(frame, SIDE);
  const isPlain = [0, 1, 2].every((offset) => {
    const values = data.filter((_, index) => index % 4 === offset);
    return Math.max(...values) - Math.min(...values) <= TOLERANCE;
  });
  return { isPlain, print: data.join() };
}

import type { CheckRecord } from '../../core/check/check-record.ts';
import { isLocalFile } from '../../core/check/media-reference.ts';
import { isErrorWith } from '../../core/errors/app-error.ts';
import type { OnScreen, Size } from '../../core/media/page-media.ts';
import { type PicturePrint, printOf } from '../../core/media/picture-print.ts';
import { captureTab } from '../browser/capture-tab.ts';
import { whileCapturable } from '../page-link/page-link.ts';
import { readPolicy } from '../store/policy.ts';
import { cropScreen } from './crop-screen.ts';
import { withDecoded } from './decode-image.ts';
import { type Box, filePlace } from './file-place.ts';

/** What the screen says of a file: it shows it, another one, or nothing that could be told. */
export type ScreenSays = 'same' | 'other' | 'unknown';

/** A part of the file that is smaller on the screen than this says too little, in CSS pixels a side. */
const LEAST_SIDE = 24;

/** By how much a part's grey may differ: scaling, and what is drawn faintly above. */
const PART_TOLERANCE = 16;

/** The share of parts that may differ by more: a label, a button, a heart. */
const OTHER_PARTS = 0.25;

/** Holds a file against what the screen shows in its place, where it is in view. */
export async function compareWithScreen({ id, media }: CheckRecord, file: Blob, size: Size): Promise<ScreenSays> {
  const { disableScreenCapture } = await readPolicy();
  if (isLocalFile(media) || disableScreenCapture) return 'unknown';
  try {
    const seen = await whileCapturable(id, media, async (area) => {
      const part = partOfFile(area, size);
      return part && { screen: await cropScreen(await captureTab(media.tabId), part.area), share: part.share };
    });
    if (!seen) return 'unknown';
    return looksOther(await printOfBlob(seen.screen), await printOfBlob(file, seen.share)) ? 'other' : 'same';
  } catch (error) {
    if (isErrorWith(error, 'shown-elsewhere')) return 'unknown';
    throw error;
  }
}

/** What of the file is on the screen, and which share of the file that is, from 0 to 1. Undefined where that says too little. */
export function partOfFile(
  { file: room, ...area }: OnScreen,
  size: Size,
): { readonly area: OnScreen; readonly share: Box } | undefined {
  const file = room && filePlace(room, size);
  if (!file) return undefined;
  const left = Math.max(area.left, file.left);
  const top = Math.max(area.top, file.top);
  const width = Math.min(area.left + area.width, file.left + file.width) - left;
  const height = Math.min(area.top + area.height, file.top + file.height) - top;
  if (width < LEAST_SIDE || height < LEAST_SIDE) return undefined;
  const share = {
    left: (left - file.left) / file.width,
    top: (top - file.top) / file.height,
    width: width / file.width,
    height: height / file.height,
  };
  return { area: { ...area, left, top, width, height }, share };
}

const WHOLE = { left: 0, top: 0, width: 1, height: 1 };

function printOfBlob(image: Blob, { left, top, width, height }: Box = WHOLE): Promise<PicturePrint> {
  return withDecoded(image, async (whole) => {
    const [across, down] = [whole.width, whole.height];
    const size = [Math.max(1, Math.round(width * across)), Math.max(1, Math.round(height * down))] as const;
    const part = await createImageBitmap(whole, Math.round(left * across), Math.round(top * down), ...size);
    try {
      return printOf(part);
    } finally {
      part.close();
    }
  });
}

/** Whether two prints of the same place differ by more than what is drawn above it, and scaling, account for. */
export function looksOther(one: PicturePrint, other: PicturePrint): boolean {
  const differing = one.filter((grey, part) => Math.abs(grey - (other[part] ?? 0)) > PART_TOLERANCE);
  return differing.length > OTHER_PARTS * one.length;
}

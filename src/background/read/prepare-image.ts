import type { ImageTraits } from '../../core/check/read-report.ts';
import { AppError } from '../../core/errors/app-error.ts';
import { logFault } from '../../core/log.ts';
import type { ShownPicture, Size } from '../../core/media/page-media.ts';
import { printOf, spreadOf } from '../../core/media/picture-print.ts';
import { isClearPicture } from '../../core/media/pixels-of.ts';
import type { SniffedType } from '../../core/media/sniff.ts';
import { atMost, type Turn } from '../at-most.ts';
import { inDocument } from '../offscreen-link/in-document.ts';
import { areOtherPictures } from './are-other-pictures.ts';
import { whileFrames, withDecoded } from './decode-image.ts';
import { isTooLargeToDecode } from './decoding-cost.ts';
import { drawWhole } from './draw-part.ts';
import { identifyImage, requireSize } from './identify-image.ts';
import { isAnimatedGif, isAnimatedWebp } from './is-animated.ts';
import { isUniform } from './is-uniform.ts';
import { sha256 } from './sha256.ts';
import { showsMoreInPage } from './shows-more.ts';
import { thumbnailOf } from './thumbnail-of.ts';
import { compressionOf, looksTraitsOf } from './traits-of.ts';

/** An image that may be sent. */
export interface PreparedImage {
  /** What is sent; `type` is its true MIME type. For the service's own formats the very bytes that were read. */
  readonly image: Blob;
  /** The bytes that were read, where `image` is made of them. */
  readonly original?: Blob;
  /** As decoded; left out where the image is too large to be decoded here. */
  readonly size?: Size;
  readonly thumbnail?: Blob;
  /** What was measured of the bytes that were read, and of how they look. */
  readonly traits?: ImageTraits;
  /** The name of the format it was converted from. */
  readonly convertedFrom?: string;
  /** Only this frame of an animation is in it: the first (1), or one that shows more. */
  readonly frameNumber?: number;
  /** The page shows a larger one. */
  readonly isSmaller?: boolean;
  /** It is clear, or nearly: over another image, that one is seen. */
  readonly isClear?: boolean;
}

/** What an image is judged by, for whom, and how that is stopped. */
interface PrepareOptions extends Turn {
  /** What the page says it shows, if it does; a file that the user gave is shown nowhere, and may be anything. */
  readonly shown?: ShownPicture | 'a-file' | undefined;
}

/** By how much the sides' ratio of a file and of what is shown may differ: layout rounds, and densities do. */
const RATIO_TOLERANCE = 0.02;

/** A first frame whose greys spread by less shows next to nothing: a fade begins with it. */
const LEAST_SPREAD = 6;

/** Frames of an animation that are decoded at the same time, where one that shows more is looked for. */
const MOST_FRAMES_HELD = 2;

/** A file this many times smaller than what the page shows is a placeholder for it. */
const PLACEHOLDER_SCALE = 0.5;

/**
 * Judges what was read before anything is sent, and makes it fit to be: a picture, decoded by the browser, the one that is
 * shown, not blank, in a format and of a size the service takes. JPEG, PNG and WebP stay as they are, byte for byte; the
 * rest, animated PNG among it, is converted without loss.
 */
export async function prepareImage(read: Blob, { shown, ...turn }: PrepareOptions = {}): Promise<PreparedImage> {
  const { found, original, isTaken } = await identifyImage(read);
  const compression = compressionOf(original); // It comes beside the decoding.
  if (await isTooLargeToDecode(read)) {
    if (isTaken) return { image: original, traits: await compression };
    throw new AppError({ code: 'format-unsupported', format: found.name });
  }
  // It is asked for again when it is to be sent; until then it comes beside the decoding.
  if (isTaken) sha256(original).catch(() => undefined);
  const isDrawn = found.type === 'image/svg+xml'; // At any size, and as it likes at each.
  // What an `<img>` shows of an SVG is what is drawn of it here; elsewhere it may have photographs beside.
  if (isDrawn && typeof shown !== 'object' && (await showsMoreInPage(original)))
    throw new AppError({ code: 'drawing' });
  const isOneOfMany = await isAnimated(original, found);
  // Of a format it takes the service could say more, but a browser shows nothing of such a file either.
  const whenBroken = (cause: unknown) =>
    new AppError(isTaken ? { code: 'damaged-picture' } : { code: 'format-unsupported', format: found.name }, { cause });
  const readable = await bounded(original, turn);
  const prepare = async (decoded: ImageBitmap): Promise<PreparedImage> => {
    const looks = await looksOf(decoded, compression);
    const isSmaller = !isDrawn && typeof shown === 'object' && decoded.width * (1 + RATIO_TOLERANCE) < shown.width;
    const more = { ...looks, ...(isSmaller && { isSmaller }) };
    if (isTaken) return { image: original, ...more };
    const image = await drawWhole(decoded).convertToBlob({ type: 'image/png' });
    requireSize(image);
    return { image, original, ...more, convertedFrom: found.name, ...(isOneOfMany && { frameNumber: 1 }) };
  };
  const prepared = await withDecoded(
    readable,
    async (decoded) => {
      if (shown !== 'a-file') requireShown(decoded, shown, isDrawn);
      return isOneOfMany && spreadOf(printOf(decoded)) < LEAST_SPREAD ? undefined : prepare(decoded);
    },
    { whenBroken, ...turn },
  );
  if (prepared) return prepared;
  const frame = await elsewhere(MOST_FRAMES_HELD, original, turn, () =>
    inDocument().frameThatShows(original, { signal: turn.signal }),
  ).catch(logFault); // The first one could be decoded.
  if (!frame) return withDecoded(readable, prepare, { whenBroken, ...turn });
  requireSize(frame.image);
  const looks = await withDecoded(frame.image, (decoded) => looksOf(decoded, compression), turn);
  return { image: frame.image, original, ...looks, convertedFrom: found.name, frameNumber: frame.number };
}

/** Formats that may take any time to decode, whatever they say beforehand: they can hold frames that are not shown. */
const WITHOUT_BOUND = /svg|avif|jxl/;

/** All pages that draw share a process, and it ends with the last of them: so there is one at a time. */
const inTurn = atMost(1);

/** Has so many frames of an image decoded in a document, when it is their turn. */
const elsewhere = <T>(count: number, image: Blob, turn: Turn, work: () => Promise<T>): Promise<T> =>
  inTurn(() => whileFrames(count, image, work, turn), turn);

/**
 * An image of a format without bound as PNG, drawn where that can be ended; any other as it is. A page drew it that what it draws may
 * have got hold of: what comes from there is looked at anew.
 */
async function bounded(image: Blob, turn: Turn): Promise<Blob> {
  if (!WITHOUT_BOUND.test(image.type)) return image;
  const frames = image.type.includes('svg') ? 0 : 1; // It is drawn in a size of ours, beside what is decoded.
  const drawn = await elsewhere(frames, image, turn, () => inDocument().rasterise(image, { signal: turn.signal }));
  if (await isTooLargeToDecode(drawn)) throw new AppError({ code: 'costly-picture' });
  return drawn;
}

/** Throws for an image of one colour. */
async function looksOf(
  decoded: ImageBitmap,
  compression: Promise<ImageTraits>,
): Promise<Pick<PreparedImage, 'size' | 'thumbnail' | 'isClear' | 'traits'>> {
  const clear = isClearPicture(decoded) && { isClear: true };
  if (isUniform(decoded)) throw new AppError({ code: 'blank-picture', ...clear });
  return {
    ...clear,
    size: { width: decoded.width, height: decoded.height },
    thumbnail: await thumbnailOf(decoded),
    traits: { ...looksTraitsOf(decoded), ...(await compression) },
  };
}

/** Throws for a tracking pixel, a placeholder or quite another picture in the place of the picture. */
function requireShown(file: ImageBitmap, shown: ShownPicture | undefined, isDrawn: boolean): void {
  const isPixel = file.width <= 1 && file.height <= 1;
  const isOther = shown !== undefined && shown.width > 0 && shown.height > 0 && !isSamePicture(file, shown);
  // An address may give another picture each time it is asked.
  const looksOther = () => !isDrawn && shown?.print !== undefined && areOtherPictures(shown.print, printOf(file));
  if (isPixel || isOther || looksOther()) throw new AppError({ code: 'other-picture' });
}

function isSamePicture(file: Size, shown: Size): boolean {
  const ratio = (file.width * shown.height) / (file.height * shown.width);
  const tolerance = RATIO_TOLERANCE + 1 / Math.min(shown.width, shown.height);
  return Math.abs(ratio - 1) <= tolerance && file.width >= shown.width * PLACEHOLDER_SCALE;
}

async function isAnimated(image: Blob, { type, name }: SniffedType): Promise<boolean> {
  if (type === 'image/gif') return isAnimatedGif(image);
  if (type === 'image/webp') return isAnimatedWebp(image);
  return name === 'AVIF sequence' || name === 'APNG';
}

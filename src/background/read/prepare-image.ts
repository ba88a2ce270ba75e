import { imageDimensionsFromData } from 'image-dimensions';
import { AppError } from '../../core/errors/app-error.ts';
import type { ShownPicture, Size } from '../../core/media/page-media.ts';
import { areOtherPictures, printOf, spreadOf } from '../../core/media/picture-print.ts';
import type { SniffedType } from '../../core/media/sniff.ts';
import { inDocument } from '../offscreen-link/in-document.ts';
import { identifyImage, requireSize } from './identify-image.ts';
import { isAnimatedGif, isAnimatedWebp } from './is-animated.ts';
import { isUniform } from './is-uniform.ts';
import { showsMoreInPage } from './shows-more.ts';
import { thumbnailOf } from './thumbnail-of.ts';

/** An image that may be sent. */
export interface PreparedImage {
  /** What is sent; `type` is its true MIME type. For the service's own formats the very bytes that were read. */
  readonly image: Blob;
  /** The bytes that were read, where `image` is made of them. */
  readonly original?: Blob;
  /** As decoded; left out where the image is too large to be decoded here. */
  readonly size?: Size;
  readonly thumbnail?: Blob;
  /** The name of the format it was converted from. */
  readonly convertedFrom?: string;
  /** Only this frame of an animation is in it: the first (1), or one that shows more. */
  readonly frameNumber?: number;
  /** The page shows a larger one. */
  readonly isSmaller?: boolean;
}

/** What an image is judged by, and how that is stopped. */
interface PrepareOptions {
  /** What the page says it shows, if it does; a file that the user gave is shown nowhere, and may be anything. */
  readonly shown?: ShownPicture | 'a-file' | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Where formats say their dimensions: behind metadata, which may be long. Bytes. */
const HEADER_BYTES = 1_000_000;

/** More pixels are not decoded: four bytes each would take half a gigabyte. */
const MAX_PIXELS = 120_000_000;

/** By how much the sides' ratio of a file and of what is shown may differ: layout rounds, and densities do. */
const RATIO_TOLERANCE = 0.02;

/** A first frame whose greys spread by less shows next to nothing: a fade begins with it. */
const LEAST_SPREAD = 6;

/** A file this many times smaller than what the page shows is a placeholder for it. */
const PLACEHOLDER_SCALE = 0.5;

/**
 * Judges what was read before anything is sent, and makes it fit to be: a picture, decoded by the browser, the one that is
 * shown, not blank, in a format and of a size the service takes. JPEG, PNG and WebP stay as they are, byte for byte; the
 * rest, animated PNG among it, is converted without loss.
 */
export async function prepareImage(read: Blob, { shown, signal }: PrepareOptions = {}): Promise<PreparedImage> {
  const { found, original, isTaken } = await identifyImage(read);
  if (await isTooLargeToDecode(read)) {
    if (isTaken) return { image: original };
    throw new AppError({ code: 'format-unsupported', format: found.name });
  }
  const isDrawn = found.type === 'image/svg+xml'; // At any size, and as it likes at each.
  // What an `<img>` shows of an SVG is what is drawn of it here; elsewhere it may have photographs beside.
  if (isDrawn && typeof shown !== 'object' && (await showsMoreInPage(original)))
    throw new AppError({ code: 'drawing' });
  const drawn = isDrawn ? await drawnOf(original, signal) : original;
  const decoded = await decode(drawn, found, isTaken);
  try {
    const size = { width: decoded.width, height: decoded.height };
    if (shown !== 'a-file') requireShown(decoded, shown, isDrawn);
    const isOneOfMany = await isAnimated(original, found);
    if (isOneOfMany && spreadOf(printOf(decoded)) < LEAST_SPREAD) {
      const frame = await inDocument().frameThatShows(original);
      if (frame) return await ofFrame(original, found.name, frame);
    }
    if (isUniform(decoded)) throw new AppError({ code: 'blank-picture' });
    const thumbnail = await thumbnailOf(decoded);
    const isSmaller = !isDrawn && typeof shown === 'object' && size.width * (1 + RATIO_TOLERANCE) < shown.width;
    const looks = { size, thumbnail, ...(isSmaller && { isSmaller }) };
    if (isTaken) return { image: original, ...looks };
    const image = await toPng(decoded);
    requireSize(image);
    return { image, original, ...looks, convertedFrom: found.name, ...(isOneOfMany && { frameNumber: 1 }) };
  } finally {
    decoded.close();
  }
}

/** A frame of an animation, in place of a first one that shows next to nothing. */
async function ofFrame(
  original: Blob,
  convertedFrom: string,
  frame: { image: Blob; number: number },
): Promise<PreparedImage> {
  const decoded = await createImageBitmap(frame.image);
  try {
    if (isUniform(decoded)) throw new AppError({ code: 'blank-picture' });
    requireSize(frame.image);
    const looks = { size: { width: decoded.width, height: decoded.height }, thumbnail: await thumbnailOf(decoded) };
    return { image: frame.image, original, ...looks, convertedFrom, frameNumber: frame.number };
  } finally {
    decoded.close();
  }
}

async function isTooLargeToDecode(image: Blob): Promise<boolean> {
  const header = new Uint8Array(await image.slice(0, HEADER_BYTES).arrayBuffer());
  const told = imageDimensionsFromData(header);
  return told !== undefined && told.width * told.height > MAX_PIXELS;
}

/** An SVG as it is drawn elsewhere, by a page that what it draws may have got hold of: what comes from there is looked at anew. */
async function drawnOf(svg: Blob, signal: AbortSignal | undefined): Promise<Blob> {
  const image = await inDocument().rasterise(svg, { signal });
  if (await isTooLargeToDecode(image)) throw new AppError({ code: 'costly-picture' });
  return image;
}

/** The first frame, turned as it is shown. Throws for what the browser does not decode. */
async function decode(image: Blob, { name }: SniffedType, isTaken: boolean): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(image);
  } catch (cause) {
    // Of a format it takes the service could say more, but a browser shows nothing of such a file either.
    throw new AppError(isTaken ? { code: 'damaged-picture' } : { code: 'format-unsupported', format: name }, { cause });
  }
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

async function toPng(decoded: ImageBitmap): Promise<Blob> {
  const canvas = new OffscreenCanvas(decoded.width, decoded.height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d context');
  context.drawImage(decoded, 0, 0);
  return canvas.convertToBlob({ type: 'image/png' });
}

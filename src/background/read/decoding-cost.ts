import { imageDimensionsFromData } from 'image-dimensions';
import { bigEndian, createByteReader, latin1, littleEndian } from '../../core/media/byte-reader.ts';
import { gifBlocks } from '../../core/media/gif-blocks.ts';
import { allJpegMarkers, ENDLESS, jpegMarkers, START_OF_SCAN } from './jpeg-markers.ts';

/** More pixels are not decoded: four bytes each would take half a gigabyte. */
const MAX_PIXELS = 120_000_000;

/**
 * A decoder goes over each pixel of a JPEG once for each scan, and a scan takes a hundred bytes: more is not decoded. Firefox goes over
 * so many in a second, in which nothing else is done in it. A usual JPEG has ten scans.
 */
const MAX_SCANNED_PIXELS = 20 * MAX_PIXELS;

/** Where the other formats say their dimensions: behind metadata, which may be long. Bytes. */
const HEADER_BYTES = 1_000_000;

/** Whether decoding an image takes more pixels than one may, as far as it says beforehand. */
export async function isTooLargeToDecode(image: Blob): Promise<boolean> {
  const pixels = (await toldPixels(image)) ?? 0;
  return pixels > MAX_PIXELS || (await scansMoreThan(MAX_SCANNED_PIXELS / pixels, image));
}

/** How many pixels an image says it has; undefined where it does not. */
export async function toldPixels(image: Blob): Promise<number | undefined> {
  const head = new Uint8Array(await image.slice(0, HEADER_BYTES).arrayBuffer());
  if (isJpeg(head)) return pixelsOfJpeg(image);
  if (latin1(head.subarray(0, 2)) === 'BM') return pixelsOfBmp(head);
  const told = dimensionsIn(head);
  if (told?.type === 'gif')
    for await (const block of gifBlocks(createByteReader(image))) {
      // The first picture may be larger than the screen: browsers take the larger one for the size.
      if (block.kind === 'image') return Math.max(told.width, block.width) * Math.max(told.height, block.height);
    }
  return told && told.width * told.height;
}

/** Undefined too where a file has so many entries that the package's own code throws (a RangeError). */
function dimensionsIn(head: Uint8Array) {
  try {
    return imageDimensionsFromData(head);
  } catch {
    return undefined; // It says nothing beforehand.
  }
}

const isJpeg = (head: Uint8Array) => head[0] === 0xff && head[1] === 0xd8;

/** A frame's header says its dimensions (ITU-T T.81, table B.1): C4, C8 and CC are none. */
const isFrame = (kind: number) => kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind);

async function pixelsOfJpeg(jpeg: Blob): Promise<number | undefined> {
  const reader = createByteReader(jpeg);
  for await (const { kind, start } of jpegMarkers(reader)) {
    if (kind === ENDLESS) return Number.POSITIVE_INFINITY;
    if (!isFrame(kind)) continue;
    const frame = await reader.bytes(start, 5);
    return bigEndian(frame, 1, 2) * bigEndian(frame, 3, 2);
  }
  return undefined;
}

/** Of the header that follows the file's own, in the form of 1987 or one since; a negative height is one from top to bottom. */
function pixelsOfBmp(head: Uint8Array): number {
  const [at, bytes] = littleEndian(head, 14, 4) === 12 ? [18, 2] : [18, 4];
  const [width, height] = [littleEndian(head, at, bytes), littleEndian(head, at + bytes, bytes)];
  return width * (bytes === 4 ? Math.abs(height | 0) : height);
}

/** Whether an image is a JPEG of more scans. */
async function scansMoreThan(most: number, image: Blob): Promise<boolean> {
  if (!isJpeg(new Uint8Array(await image.slice(0, 2).arrayBuffer()))) return false;
  const markers = await allJpegMarkers(image);
  return markers.at(-1)?.kind === ENDLESS || markers.filter(({ kind }) => kind === START_OF_SCAN).length > most;
}

import { bigEndian, createByteReader } from '../../core/media/byte-reader.ts';
import { gifBlocks } from '../../core/media/gif-blocks.ts';
import { pngChunks } from '../../core/media/png-chunks.ts';

/** As much of a GIF as is looked at for a second frame, in bytes; a first frame longer than this is taken for the only one. */
const LOOKED_AT_BYTES = 8_000_000;

/** Whether a GIF has a second frame. */
export async function isAnimatedGif(gif: Blob): Promise<boolean> {
  let frames = 0;
  for await (const { kind } of gifBlocks(createByteReader(gif.slice(0, LOOKED_AT_BYTES)))) {
    if (kind === 'image') frames += 1;
    if (frames > 1) return true;
  }
  return false;
}

/** Whether a WebP is an animation: its `VP8X` chunk says so (RFC 9649, section 2.7). */
export async function isAnimatedWebp(webp: Blob): Promise<boolean> {
  const head = new Uint8Array(await webp.slice(12, 21).arrayBuffer());
  return String.fromCharCode(...head.subarray(0, 4)) === 'VP8X' && ((head[8] ?? 0) & 2) !== 0;
}

/**
 * Whether a PNG is an animation of two or more frames: an `acTL` chunk before the first `IDAT` says so (PNG specification, third
 * edition, section 11.3.6), and begins with their number.
 */
export async function isAnimatedPng(png: Blob): Promise<boolean> {
  const reader = createByteReader(png);
  for await (const { type, start } of pngChunks(reader)) {
    if (type === 'IDAT') return false;
    if (type === 'acTL') return bigEndian(await reader.bytes(start, 4), 0, 4) > 1;
  }
  return false;
}

import { type ByteReader, littleEndian, MAX_PARTS } from './byte-reader.ts';

/** A block of a GIF. */
export type GifBlock =
  | { readonly kind: 'image'; readonly width: number; readonly height: number }
  /** The trailer, or what is no block. Not there where the file ends before. */
  | { readonly kind: 'end' }
  /** `start`: behind its label; `end`: behind its last sub-block. */
  | { readonly kind: 'extension'; readonly label: number; readonly start: number; readonly end: number };

const EXTENSION = 0x21;
const IMAGE = 0x2c;

/** Signature and screen descriptor. Bytes. */
const HEAD_BYTES = 13;

/** The blocks of a GIF, up to its trailer or the first that is none (GIF89a, sections 18 to 27). */
export async function* gifBlocks(reader: ByteReader): AsyncGenerator<GifBlock> {
  const head = await reader.bytes(0, HEAD_BYTES);
  let at = HEAD_BYTES + tableBytes(head[10]);
  for (let count = 0; count < MAX_PARTS && at < reader.size; count += 1) {
    const block = await reader.bytes(at, 10);
    if (block[0] === EXTENSION) {
      const start = at + 2;
      at = await afterBlocks(reader, start);
      yield { kind: 'extension', label: block[1] ?? 0, start, end: at };
    } else if (block[0] === IMAGE) {
      yield { kind: 'image', width: littleEndian(block, 5, 2), height: littleEndian(block, 7, 2) };
      at = await afterBlocks(reader, at + 11 + tableBytes(block[9]));
    } else {
      yield { kind: 'end' };
      return;
    }
  }
}

/** The length of a colour table that `flags` announces. */
function tableBytes(flags = 0): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** Of a chain so much is looked at in one go, in bytes: its blocks are of 255 bytes at most. */
const STRIDE_BYTES = 65_536;

/** The end of a chain of sub-blocks. */
async function afterBlocks(reader: ByteReader, start: number): Promise<number> {
  for (let from = start; ; ) {
    const stride = await reader.bytes(from, STRIDE_BYTES);
    let at = 0;
    while (at < stride.length) {
      const length = stride[at] ?? 0;
      at += length + 1;
      if (length === 0) return from + at;
    }
    if (stride.length === 0) return from + 1; // The file ends before.
    from += at;
  }
}

import { type ByteReader, bigEndian, latin1, MAX_PARTS } from './byte-reader.ts';

/** A chunk of a PNG, by where its data is. */
export interface PngChunk {
  readonly type: string;
  readonly start: number;
  readonly length: number;
}

/** Before the first chunk. Bytes. */
const SIGNATURE_BYTES = 8;

/** Length and type before a chunk's data, a checksum after it. Bytes. */
const HEAD_BYTES = 8;
const CHECKSUM_BYTES = 4;

/** The chunks of a PNG, up to its end or the first that is not there as a whole (PNG specification, third edition, section 5.3). */
export async function* pngChunks(reader: ByteReader): AsyncGenerator<PngChunk> {
  let at = SIGNATURE_BYTES;
  for (let count = 0; count < MAX_PARTS; count += 1) {
    const head = await reader.bytes(at, HEAD_BYTES);
    if (head.length < HEAD_BYTES) return;
    const [length, type, start] = [bigEndian(head, 0, 4), latin1(head.subarray(4)), at + HEAD_BYTES];
    if (type === 'IEND' || start + length > reader.size) return;
    yield { type, start, length };
    at = start + length + CHECKSUM_BYTES;
  }
}

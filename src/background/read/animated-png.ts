/** PNG's signature, before the first chunk. Bytes. */
const SIGNATURE_BYTES = 8;

/** Length, type and checksum of a chunk, without its data. Bytes. */
const CHUNK_OVERHEAD_BYTES = 12;

/** More chunks than this before the picture are none of a real file. */
const MAX_CHUNKS = 1_000;

const ANIMATION_CONTROL = 0x61_63_54_4c; // acTL
const IMAGE_DATA = 0x49_44_41_54; // IDAT

/**
 * Whether a PNG is an animation of two or more frames: an `acTL` chunk before the first `IDAT` says so (PNG specification, third
 * edition, section 11.3.6). The chunks before may be long (profiles, provenance); only their heads are read.
 */
export async function isAnimatedPng(png: Blob): Promise<boolean> {
  let offset = SIGNATURE_BYTES;
  for (let count = 0; count < MAX_CHUNKS; count += 1) {
    const chunk = new DataView(await png.slice(offset, offset + CHUNK_OVERHEAD_BYTES).arrayBuffer());
    if (chunk.byteLength < CHUNK_OVERHEAD_BYTES) return false;
    const type = chunk.getUint32(4);
    if (type === IMAGE_DATA) return false;
    if (type === ANIMATION_CONTROL) return chunk.getUint32(8) > 1; // The data begins with the number of frames.
    offset += CHUNK_OVERHEAD_BYTES + chunk.getUint32(0);
  }
  return false;
}

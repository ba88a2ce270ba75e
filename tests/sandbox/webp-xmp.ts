const RIFF_HEADER_BYTES = 12;
const CHUNK_HEADER_BYTES = 8;

/** The XMP packet of a WebP (RFC 9649, section 2.7.1.5: the chunk `XMP `); undefined without one. */
export function readWebpXmp(bytes: Buffer): string | undefined {
  let at = RIFF_HEADER_BYTES;
  while (at + CHUNK_HEADER_BYTES <= bytes.length) {
    const start = at + CHUNK_HEADER_BYTES;
    const size = bytes.readUInt32LE(at + 4);
    if (bytes.toString('latin1', at, at + 4) === 'XMP ') {
      return bytes.toString('utf8', start, start + size);
    }
    // Chunks of an odd size are followed by a padding byte.
    at = start + size + (size % 2);
  }
  return undefined;
}

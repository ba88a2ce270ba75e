import { type ByteReader, bigEndian } from '../../core/media/byte-reader.ts';

/** Read at once while looking for the end of coded pictures, in bytes. */
const WINDOW_BYTES = 131_072;

const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;

/** Whether a JPEG ends before its end-of-image marker (ITU-T T.81, section B.1). What cannot be followed is not cut. */
export async function isJpegCut(reader: ByteReader): Promise<boolean> {
  let at = 2;
  while (at < reader.size) {
    const [mark, kind = 0, ...length] = await reader.bytes(at, 4);
    if (mark !== 0xff) return false;
    if (kind === END_OF_IMAGE) return false;
    if (kind === 0xff) at += 1;
    else if (isAlone(kind)) at += 2;
    else {
      if (length.length < 2) return true;
      at += 2 + Math.max(2, bigEndian(Uint8Array.from(length), 0, 2));
      if (kind === START_OF_SCAN) at = await nextMarker(reader, at);
    }
  }
  return true;
}

/** Markers without a segment: restarts, TEM, and a second beginning. */
const isAlone = (kind: number) => (kind >= 0xd0 && kind <= 0xd8) || kind === 0x01;

/** The next marker behind coded pictures, in which `FF 00` is a byte and restarts may lie; the file's end where there is none. */
async function nextMarker(reader: ByteReader, start: number): Promise<number> {
  for (let from = start; from + 1 < reader.size; from += WINDOW_BYTES - 1) {
    const bytes = await reader.bytes(from, WINDOW_BYTES);
    for (let at = bytes.indexOf(0xff); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
      const kind = bytes[at + 1] ?? 0;
      if (kind !== 0 && kind !== 0xff && !(kind >= 0xd0 && kind <= 0xd7)) return from + at;
    }
  }
  return reader.size;
}

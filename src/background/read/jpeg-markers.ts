import { type ByteReader, bigEndian, createByteReader, MAX_PARTS } from '../../core/media/byte-reader.ts';

/** Looked through at once for the end of coded pictures, in bytes: far less than the reader reads, so that short ones are read once. */
const PIECE_BYTES = 32_768;

/** Read at once where all of a file is gone through, in bytes: each reading costs a way to the browser's own process. */
const WINDOW_BYTES = 4_000_000;

/** The markers that are asked about (ITU-T T.81, table B.1). */
export const END_OF_IMAGE = 0xd9;
export const START_OF_SCAN = 0xda;

/** No marker where one should be. Decoders look for the next, and so does this. */
export const LOST = -1;

/** The file has more parts than are followed, and goes on. */
export const ENDLESS = -2;

/** One marker, and where the content of its segment begins, if it has one. */
interface JpegMarker {
  readonly kind: number;
  readonly start: number;
}

const gone = new WeakMap<Blob, Promise<readonly JpegMarker[]>>();

/** All markers of a JPEG. Whoever asks for those of the same Blob again gets them without it being read again. */
export function allJpegMarkers(jpeg: Blob): Promise<readonly JpegMarker[]> {
  const markers = gone.get(jpeg) ?? goThrough(jpeg);
  gone.set(jpeg, markers);
  return markers;
}

async function goThrough(jpeg: Blob): Promise<readonly JpegMarker[]> {
  const markers: JpegMarker[] = [];
  for await (const marker of jpegMarkers(createByteReader(jpeg, WINDOW_BYTES))) markers.push(marker);
  return markers;
}

/** The markers of a JPEG in their order (ITU-T T.81, section B.1), up to the end of the image or of the file. */
export async function* jpegMarkers(reader: ByteReader): AsyncGenerator<JpegMarker> {
  let at = 2;
  for (let part = 0; at < reader.size; part += 1) {
    const [mark, code = 0, ...length] = await reader.bytes(at, 4);
    const kind = part < MAX_PARTS ? (mark === 0xff ? code : LOST) : ENDLESS;
    yield { kind, start: at + 4 };
    if (kind === END_OF_IMAGE || kind === ENDLESS) return;
    if (kind === LOST) at = await nextMarker(reader, at);
    else if (kind === 0xff) at += 1;
    else if (isAlone(kind)) at += 2;
    else {
      if (length.length < 2) return;
      at += 2 + Math.max(2, bigEndian(Uint8Array.from(length), 0, 2));
      if (kind === START_OF_SCAN) at = await nextMarker(reader, at);
    }
  }
}

/** Markers without a segment: restarts, TEM, and a second beginning. */
const isAlone = (kind: number) => (kind >= 0xd0 && kind <= 0xd8) || kind === 0x01;

/** The next marker behind coded pictures, in which `FF 00` is a byte and restarts may lie; the file's end where there is none. */
async function nextMarker(reader: ByteReader, start: number): Promise<number> {
  for (let from = start; from + 1 < reader.size; from += PIECE_BYTES - 1) {
    const bytes = await reader.bytes(from, PIECE_BYTES);
    for (let at = bytes.indexOf(0xff); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
      const kind = bytes[at + 1] ?? 0;
      if (kind !== 0 && kind !== 0xff && !(kind >= 0xd0 && kind <= 0xd7)) return from + at;
    }
  }
  return reader.size;
}

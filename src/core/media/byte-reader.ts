/** Reads parts of a file, which is never in memory as a whole. */
export interface ByteReader {
  readonly size: number;
  /** Fewer bytes than asked for where the file ends before. */
  bytes(start: number, count: number): Promise<Uint8Array>;
}

/** Read at once, in bytes: parsers go from head to head, which are often close together. */
const WINDOW_BYTES = 131_072;

/** A file with more parts than this was made to keep us busy. */
export const MAX_PARTS = 50_000;

/** A reader of a Blob, of which it reads so much at once. */
export function createByteReader(file: Blob, windowBytes = WINDOW_BYTES): ByteReader {
  let windowStart = 0;
  let window = new Uint8Array();
  return {
    size: file.size,
    async bytes(start, count) {
      const end = Math.min(start + count, file.size);
      if (start < 0 || end <= start) return new Uint8Array();
      if (start < windowStart || end > windowStart + window.length) {
        const wanted = Math.max(end, Math.min(start + windowBytes, file.size));
        window = new Uint8Array(await file.slice(start, wanted).arrayBuffer());
        windowStart = start;
      }
      return window.subarray(start - windowStart, end - windowStart);
    },
  };
}

/** Bytes as Latin-1 text. */
export function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return text;
}

/** Big-endian unsigned number of up to 6 bytes; bytes that are not there count as 0. */
export function bigEndian(bytes: Uint8Array, start: number, count: number): number {
  let value = 0;
  for (let index = start; index < start + count; index += 1) value = value * 256 + (bytes[index] ?? 0);
  return value;
}

/** Little-endian unsigned number of up to 6 bytes; bytes that are not there count as 0. */
export function littleEndian(bytes: Uint8Array, start: number, count: number): number {
  let value = 0;
  for (let index = start + count - 1; index >= start; index -= 1) value = value * 256 + (bytes[index] ?? 0);
  return value;
}

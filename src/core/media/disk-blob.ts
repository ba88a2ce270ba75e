/**
 * What is collected is handed to the browser in pieces of this many bytes: so much of a file lies in memory at a time. Of
 * smaller ones Chromium (156) keeps some in memory.
 */
export const PIECE_BYTES = 2 ** 24;

/** A Blob made of bytes stays in the memory of Chromium's own process; one that was read from a stream goes to disk. */
export function outOfMemory(piece: Blob): Promise<Blob> {
  return new Response(piece.stream()).blob();
}

/** A file that comes in parts. */
export interface BlobCollector {
  add(part: Uint8Array<ArrayBuffer>): Promise<void>;
  /** All parts, in one. What is smaller than a piece stays in memory. */
  toBlob(type?: string): Blob;
}

/** Collects a file in Blobs that the browser keeps on disk, and removes when nobody has them any more. */
export function collectBlob(): BlobCollector {
  const pieces: Blob[] = [];
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let sizeBytes = 0;
  return {
    async add(part) {
      parts.push(part);
      sizeBytes += part.byteLength;
      if (sizeBytes < PIECE_BYTES) return;
      const piece = new Blob(parts);
      [parts, sizeBytes] = [[], 0];
      pieces.push(await outOfMemory(piece));
    },
    toBlob: (type = '') => new Blob([...pieces, ...parts], { type }),
  };
}

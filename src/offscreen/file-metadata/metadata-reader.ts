import { type ByteReader, createByteReader } from '../../core/media/byte-reader.ts';
import type { FileBudget } from './file-budget.ts';

/** The most that a letter of text takes in memory. Bytes. */
const LETTER_BYTES = 2;

/** The one way to a file's bytes for all that reads metadata: each read, and each text made of it, is paid from the file's budget. */
export interface MetadataReader extends ByteReader {
  readonly budget: FileBudget;
  /** A part of the file, by reference: it costs nothing before it is read. */
  slice(start: number, count: number): Blob;
  /** Text in UTF-8 unless another encoding is named; what is not is replaced. */
  text(start: number, count: number, encoding?: string): Promise<string>;
}

/** Reads a file, or a part of one that shares its budget. */
export function createMetadataReader(file: Blob, budget: FileBudget): MetadataReader {
  const reader = createByteReader(file);
  const bytes: ByteReader['bytes'] = (start, count) => {
    budget.part();
    return reader.bytes(start, count);
  };
  return {
    size: file.size,
    budget,
    bytes,
    slice: (start, count) => file.slice(start, start + count),
    async text(start, count, encoding = 'utf-8') {
      budget.take(Math.max(0, Math.min(count, file.size - start)));
      return decoded(await bytes(start, count), encoding, budget);
    },
  };
}

/** Text made of bytes, paid for; what is not of the encoding is replaced. */
export function decoded(bytes: Uint8Array, encoding: string, budget: FileBudget): string {
  budget.take(bytes.length * LETTER_BYTES);
  return new TextDecoder(encoding).decode(bytes);
}

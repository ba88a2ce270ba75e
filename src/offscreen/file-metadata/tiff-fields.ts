import { type ByteReader, bigEndian, latin1, littleEndian } from '../../core/media/byte-reader.ts';

/** One field of a directory. */
export interface TiffField {
  readonly tag: number;
  readonly type: number;
  /** How many values. */
  readonly count: number;
  /** Where they are. */
  readonly start: number;
  readonly sizeBytes: number;
}

/** A TIFF structure that can be read: a file, or what Exif is kept as. */
export interface Tiff {
  /** Where the first directory is. */
  readonly first: number;
  readonly isBigEndian: boolean;
  number(bytes: Uint8Array, start: number, count: number): number;
}

/** Bytes of one value, by the type's number (TIFF 6.0, section 2; Exif adds 129 for UTF-8). */
const TYPE_BYTES: Readonly<Record<number, number>> = {
  1: 1,
  2: 1,
  3: 2,
  4: 4,
  5: 8,
  6: 1,
  7: 1,
  8: 2,
  9: 4,
  10: 8,
  11: 4,
  12: 8,
  13: 4,
  129: 1,
};

/** Directories with more fields are none. */
const MAX_FIELDS = 4_000;

const FIELD_BYTES = 12;

/** The order of bytes and the place of the first directory; undefined for what is no TIFF. */
export async function readTiffHead(reader: ByteReader): Promise<Tiff | undefined> {
  const head = await reader.bytes(0, 8);
  const order = latin1(head.subarray(0, 4));
  if (head.length < 8 || (order !== 'II*\0' && order !== 'MM\0*')) return undefined;
  const isBigEndian = order.startsWith('MM');
  const number = isBigEndian ? bigEndian : littleEndian;
  return { first: number(head, 4, 4), isBigEndian, number };
}

/** The fields of one directory whose values are in the file. */
export async function readTiffFields(reader: ByteReader, { number }: Tiff, directory: number): Promise<TiffField[]> {
  const count = number(await reader.bytes(directory, 2), 0, 2);
  if (directory < 8 || count > MAX_FIELDS) return [];
  const table = (await reader.bytes(directory + 2, count * FIELD_BYTES)).slice();
  const fields: TiffField[] = [];
  for (let at = 0; at + FIELD_BYTES <= table.length; at += FIELD_BYTES) {
    const type = number(table, at + 2, 2);
    const values = number(table, at + 4, 4);
    const sizeBytes = values * (TYPE_BYTES[type] ?? 0);
    const start = sizeBytes > 4 ? number(table, at + 8, 4) : directory + 2 + at + 8;
    if (sizeBytes > 0 && start + sizeBytes <= reader.size)
      fields.push({ tag: number(table, at, 2), type, count: values, start, sizeBytes });
  }
  return fields;
}

import { latin1 } from '../../core/media/byte-reader.ts';
import { commentText } from './comment-text.ts';
import type { FileBudget } from './file-budget.ts';
import type { NamedText } from './metadata-blocks.ts';
import { createMetadataReader, decoded, type MetadataReader } from './metadata-reader.ts';
import { readTiffFields, readTiffHead, type Tiff, type TiffField } from './tiff-fields.ts';

/** It belongs into JPEG; some programs write it elsewhere too. */
const PREFIX = 'Exif\0\0';

const EXIF_DIRECTORY = 0x8769;
const USER_COMMENT = 0x9286;

/** The texts that are read, of the first directory and of Exif's own (Exif 3.0, tables 3 and 5; 0x9c...: Windows'). */
const NAMES: Readonly<Record<number, string>> = {
  270: 'ImageDescription',
  271: 'Make',
  272: 'Model',
  305: 'Software',
  315: 'Artist',
  36867: 'DateTimeOriginal',
  [USER_COMMENT]: 'UserComment',
  40091: 'XPTitle',
  40092: 'XPComment',
  40094: 'XPKeywords',
  40095: 'XPSubject',
};

/** Windows' own are UTF-16, little-endian. */
const isWindows = (tag: number) => tag >= 40_091 && tag <= 40_095;

/** Of a text no more is read. Bytes. */
const MAX_FIELD_BYTES = 65_536;

/** The texts of an Exif block, or of a TIFF file, that are not empty. */
export async function readExif(block: Blob, budget: FileBudget): Promise<NamedText[]> {
  const whole = createMetadataReader(block, budget);
  const hasPrefix = latin1(await whole.bytes(0, PREFIX.length)) === PREFIX;
  const reader = hasPrefix ? createMetadataReader(block.slice(PREFIX.length), budget) : whole;
  const tiff = await readTiffHead(reader);
  if (!tiff) return [];
  const first = await readTiffFields(reader, tiff, tiff.first);
  const pointer = first.find(({ tag }) => tag === EXIF_DIRECTORY);
  const directory = pointer && tiff.number(await reader.bytes(pointer.start, 4), 0, 4);
  const own = directory === undefined ? [] : await readTiffFields(reader, tiff, directory);
  const texts: NamedText[] = [];
  for (const field of [...first, ...own]) {
    const name = NAMES[field.tag];
    const text = name === undefined ? '' : await textOf(reader, tiff, field);
    if (name !== undefined && text !== '') texts.push({ name, text });
  }
  return texts;
}

async function textOf(reader: MetadataReader, tiff: Tiff, { tag, start, sizeBytes }: TiffField): Promise<string> {
  const bytes = await reader.bytes(start, Math.min(sizeBytes, MAX_FIELD_BYTES));
  if (tag === USER_COMMENT) return commentText(bytes, tiff.isBigEndian, reader.budget);
  const text = decoded(bytes, isWindows(tag) ? 'utf-16le' : 'utf-8', reader.budget);
  return text.replace(/\0.*$/s, '').trim();
}

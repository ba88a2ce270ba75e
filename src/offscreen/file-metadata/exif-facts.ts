import { type ByteReader, latin1 } from '../../core/media/byte-reader.ts';
import { type NamedText, utf8 } from './metadata-blocks.ts';
import { readTiffFields, readTiffHead, type TiffField } from './tiff-fields.ts';

/** What is read of Exif. */
export interface ExifFacts {
  readonly make?: string;
  readonly model?: string;
  readonly software?: string;
  readonly takenAt?: string;
  /** Free texts, in which generators put what they made a picture of. */
  readonly texts: readonly NamedText[];
}

/** Tags of the first directory and of Exif's own (Exif 3.0, tables 3 and 5). */
const DESCRIPTION = 0x010e;
const MAKE = 0x010f;
const MODEL = 0x0110;
const SOFTWARE = 0x0131;
const EXIF_DIRECTORY = 0x8769;
const TAKEN_AT = 0x9003;
const USER_COMMENT = 0x9286;

/** Of a text no more is read. Bytes. */
const MAX_TEXT_BYTES = 65_536;

/** The few facts that are shown, of an Exif block or of a TIFF file. */
export async function readExifFacts(reader: ByteReader): Promise<ExifFacts> {
  const tiff = await readTiffHead(reader);
  if (!tiff) return { texts: [] };
  const first = await readTiffFields(reader, tiff, tiff.first);
  const pointer = first.find(({ tag }) => tag === EXIF_DIRECTORY);
  const directory = pointer && tiff.number(await reader.bytes(pointer.start, 4), 0, 4);
  const own = directory === undefined ? [] : await readTiffFields(reader, tiff, directory);
  const bytesOf = (field: TiffField) => reader.bytes(field.start, Math.min(field.sizeBytes, MAX_TEXT_BYTES));
  const text = async (fields: readonly TiffField[], wanted: number) => {
    const field = fields.find(({ tag }) => tag === wanted);
    return field
      ? utf8(await bytesOf(field))
          .replace(/\0.*$/s, '')
          .trim()
      : '';
  };
  const comment = own.find(({ tag }) => tag === USER_COMMENT);
  const texts = [
    { name: 'ImageDescription', text: await text(first, DESCRIPTION) },
    { name: 'UserComment', text: comment ? commentText((await bytesOf(comment)).slice()) : '' },
  ];
  const [make, model, software] = [await text(first, MAKE), await text(first, MODEL), await text(first, SOFTWARE)];
  const takenAt = await text(own, TAKEN_AT);
  return {
    ...(make && { make }),
    ...(model && { model }),
    ...(software && { software }),
    ...(takenAt && { takenAt }),
    texts: texts.filter(({ text: words }) => words !== ''),
  };
}

/** Eight bytes name the character code (Exif 3.0, section 4.6.6). UNICODE is UTF-16, in either order. */
function commentText(bytes: Uint8Array): string {
  const code = latin1(bytes.subarray(0, 8));
  const content = bytes.subarray(8);
  if (!code.startsWith('UNICODE')) return utf8(content).replaceAll('\0', '').trim();
  const isBig = content[0] === 0;
  return new TextDecoder(isBig ? 'utf-16be' : 'utf-16le').decode(content).replaceAll('\0', '').trim();
}

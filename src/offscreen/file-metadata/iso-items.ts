import { type ByteReader, bigEndian, latin1 } from '../../core/media/byte-reader.ts';
import { type BoxBudget, type IsoBox, isoBoxes } from '../../core/media/iso-boxes.ts';
import { MAX_BLOCK_BYTES, type MetadataBlocks, utf8 } from './metadata-blocks.ts';

/** Version and flags of a full box. Bytes. */
const FULL_HEAD_BYTES = 4;

/** Of a table of items no more is read. Bytes. */
const MAX_TABLE_BYTES = 262_144;

/** Adds the Exif and XMP items of a `meta` box (AVIF, HEIF: ISO/IEC 23008-12, annex A). */
export async function addIsoItems(
  reader: ByteReader,
  meta: IsoBox,
  budget: BoxBudget,
  found: MetadataBlocks,
): Promise<void> {
  const wanted = new Map<number, 'exif' | 'xmp'>();
  let places: ItemPlace[] = [];
  for await (const box of isoBoxes(reader, { start: meta.start + FULL_HEAD_BYTES, end: meta.end }, budget)) {
    if (box.type === 'iinf') await addItemKinds(reader, box, budget, wanted);
    if (box.type === 'iloc') places = readPlaces((await tableOf(reader, box)).slice());
  }
  for (const { id, start, length } of places) {
    const kind = wanted.get(id);
    if (!kind) continue;
    const content = (await reader.bytes(start, Math.min(length, MAX_BLOCK_BYTES))).slice();
    if (kind === 'xmp') found.xmp.push(utf8(content));
    else found.exif.push(content.subarray(4 + bigEndian(content, 0, 4))); // Where the TIFF head is, after this number.
  }
}

async function tableOf(reader: ByteReader, { start, end }: IsoBox): Promise<Uint8Array> {
  return reader.bytes(start, Math.min(end - start, MAX_TABLE_BYTES));
}

/** `iinf` holds an `infe` for each item; versions 2 and 3 name the item's type. */
async function addItemKinds(
  reader: ByteReader,
  iinf: IsoBox,
  budget: BoxBudget,
  wanted: Map<number, 'exif' | 'xmp'>,
): Promise<void> {
  const [version = 0] = await reader.bytes(iinf.start, 1);
  const start = iinf.start + FULL_HEAD_BYTES + (version === 0 ? 2 : 4);
  for await (const infe of isoBoxes(reader, { start, end: iinf.end }, budget)) {
    const entry = await reader.bytes(infe.start, Math.min(infe.end - infe.start, 256));
    const idBytes = entry[0] === 3 ? 4 : 2;
    const id = bigEndian(entry, 4, idBytes);
    const text = latin1(entry.subarray(4 + idBytes + 2));
    if (text.startsWith('Exif')) wanted.set(id, 'exif');
    if (text.startsWith('mime') && text.includes('application/rdf+xml')) wanted.set(id, 'xmp');
  }
}

interface ItemPlace {
  readonly id: number;
  readonly start: number;
  readonly length: number;
}

/** `iloc`: where items are in the file. Those in several pieces, or elsewhere, are left out. */
function readPlaces(table: Uint8Array): ItemPlace[] {
  const version = table[0] ?? 0;
  const [offsetBytes, lengthBytes] = [(table[4] ?? 0) >> 4, (table[4] ?? 0) & 15];
  const [baseBytes, indexBytes] = [(table[5] ?? 0) >> 4, version === 0 ? 0 : (table[5] ?? 0) & 15];
  const idBytes = version < 2 ? 2 : 4;
  const places: ItemPlace[] = [];
  let at = FULL_HEAD_BYTES + 2;
  const next = (count: number) => {
    at += count;
    return bigEndian(table, at - count, count);
  };
  const items = next(idBytes);
  for (let count = 0; count < items && at < table.length; count += 1) {
    const id = next(idBytes);
    const method = version === 0 ? 0 : next(2) & 15;
    next(2);
    const base = next(baseBytes);
    const extents = next(2);
    for (let extent = 0; extent < extents && at < table.length; extent += 1) {
      next(indexBytes);
      const start = base + next(offsetBytes);
      const length = next(lengthBytes);
      if (extents === 1 && method === 0) places.push({ id, start, length });
    }
  }
  return places;
}

import { bigEndian, latin1 } from '../../core/media/byte-reader.ts';
import { type IsoBox, isoBoxes } from '../../core/media/iso-boxes.ts';
import type { MetadataBlocks } from './metadata-blocks.ts';
import { createMetadataReader, type MetadataReader } from './metadata-reader.ts';

/** Version and flags of a full box. Bytes. */
const FULL_HEAD_BYTES = 4;

/** Of a table of items no more is read. Bytes. */
const MAX_TABLE_BYTES = 262_144;

/** Adds the Exif and XMP items of a `meta` box (AVIF, HEIF: ISO/IEC 23008-12, annex A). */
export async function addIsoItems(reader: MetadataReader, meta: IsoBox, found: MetadataBlocks): Promise<void> {
  const wanted = new Map<number, 'exif' | 'xmp'>();
  let places: ItemPlace[] = [];
  let idat = 0;
  for await (const box of isoBoxes(reader, { start: meta.start + FULL_HEAD_BYTES, end: meta.end })) {
    if (box.type === 'iinf') await addItemKinds(reader, box, wanted);
    if (box.type === 'idat') idat = box.start;
    if (box.type === 'iloc')
      places = readPlaces(
        (await reader.bytes(box.start, Math.min(box.end - box.start, MAX_TABLE_BYTES))).slice(),
        reader.budget,
      );
  }
  for (const { id, method, extents } of places) {
    const kind = wanted.get(id);
    if (!kind || method > IN_IDAT) continue;
    const from = method === IN_IDAT ? idat : 0;
    const content = new Blob(extents.map(({ start, length }) => reader.slice(from + start, length)));
    if (kind === 'xmp') found.xmp.push(content);
    else {
      const offset = bigEndian(await createMetadataReader(content, reader.budget).bytes(0, 4), 0, 4);
      found.exif.push(content.slice(4 + offset)); // Where the TIFF head is, after this number.
    }
  }
}

/** `iinf` holds an `infe` for each item; versions 2 and 3 name the item's type. */
async function addItemKinds(reader: MetadataReader, iinf: IsoBox, wanted: Map<number, 'exif' | 'xmp'>): Promise<void> {
  const [version = 0] = await reader.bytes(iinf.start, 1);
  const start = iinf.start + FULL_HEAD_BYTES + (version === 0 ? 2 : 4);
  for await (const infe of isoBoxes(reader, { start, end: iinf.end })) {
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
  /** From where places count: 0, the file; 1, the box `idat`; others are left out. */
  readonly method: number;
  readonly extents: readonly { readonly start: number; readonly length: number }[];
}

const IN_IDAT = 1;

/** `iloc`: where items are. Numbers may take no bytes at all, so that a small table has any number of pieces: each is counted. */
function readPlaces(table: Uint8Array, budget: MetadataReader['budget']): ItemPlace[] {
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
    const extents = Array.from({ length: next(2) }, () => {
      budget.part();
      next(indexBytes);
      return { start: base + next(offsetBytes), length: next(lengthBytes) };
    });
    places.push({ id, method, extents });
  }
  return places;
}

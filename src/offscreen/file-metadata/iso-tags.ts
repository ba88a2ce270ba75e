import { type ByteReader, bigEndian, latin1 } from '../../core/media/byte-reader.ts';
import { type BoxBudget, type IsoBox, isoBoxes } from '../../core/media/iso-boxes.ts';
import { type MetadataBlocks, utf8 } from './metadata-blocks.ts';

/** Of a tag no more is read. Bytes. */
const MAX_TAG_BYTES = 65_536;

/** `data` boxes of `ilst` begin with a type and a locale; texts of QuickTime with a length and a language. Bytes. */
const DATA_HEAD_BYTES = 8;
const TEXT_HEAD_BYTES = 4;

/** A version and flags, which QuickTime leaves out of `meta`. Bytes. */
const FULL_HEAD_BYTES = 4;

/** Adds the texts that a `moov` holds beside its tracks: QuickTime's own (`udta`), and Apple's lists (`ilst`, with `keys`). */
export async function addIsoTags(
  reader: ByteReader,
  moov: IsoBox,
  budget: BoxBudget,
  found: MetadataBlocks,
): Promise<void> {
  for await (const box of isoBoxes(reader, moov, budget)) {
    if (box.type === 'meta') await addList(reader, box, budget, found);
    if (box.type !== 'udta') continue;
    for await (const entry of isoBoxes(reader, box, budget)) {
      if (entry.type === 'meta') await addList(reader, entry, budget, found);
      else if (entry.type === 'XMP_') found.xmp.push(utf8(await contentOf(reader, entry)));
      else if (entry.type.startsWith('\xa9')) {
        found.texts.push({ name: entry.type, text: utf8((await contentOf(reader, entry)).subarray(TEXT_HEAD_BYTES)) });
      }
    }
  }
}

async function addList(reader: ByteReader, meta: IsoBox, budget: BoxBudget, found: MetadataBlocks): Promise<void> {
  const isFull = bigEndian(await reader.bytes(meta.start, 4), 0, 4) === 0;
  const start = meta.start + (isFull ? FULL_HEAD_BYTES : 0);
  let names: string[] = [];
  for await (const box of isoBoxes(reader, { start, end: meta.end }, budget)) {
    if (box.type === 'keys') names = keyNames((await contentOf(reader, box)).slice());
    if (box.type !== 'ilst') continue;
    for await (const item of isoBoxes(reader, box, budget)) {
      const name = item.type.startsWith('\xa9') ? item.type : names[indexOf(item.type)];
      if (name === undefined) continue;
      for await (const data of isoBoxes(reader, item, budget)) {
        if (data.type === 'data')
          found.texts.push({ name, text: utf8((await contentOf(reader, data)).subarray(DATA_HEAD_BYTES)) });
      }
    }
  }
}

/** `keys`: a count, then the names, each after its size and its kind. Items are numbered from 1. */
function keyNames(table: Uint8Array): string[] {
  const names: string[] = [];
  for (let at = 8; at + 8 <= table.length; ) {
    const size = bigEndian(table, at, 4);
    if (size < 8) break;
    names.push(latin1(table.subarray(at + 8, at + size)));
    at += size;
  }
  return names;
}

const indexOf = (type: string) =>
  bigEndian(
    Uint8Array.from(type, (letter) => letter.charCodeAt(0)),
    0,
    4,
  ) - 1;

function contentOf(reader: ByteReader, { start, end }: IsoBox): Promise<Uint8Array> {
  return reader.bytes(start, Math.min(end - start, MAX_TAG_BYTES));
}

import { bigEndian, latin1 } from '../../core/media/byte-reader.ts';
import { type IsoBox, isoBoxes } from '../../core/media/iso-boxes.ts';
import { MAX_TEXT_BYTES, type MetadataBlocks } from './metadata-blocks.ts';
import type { MetadataReader } from './metadata-reader.ts';

/** Of the names of a list no more is read. Bytes. */
const MAX_NAMES_BYTES = 65_536;

/** `data` boxes of `ilst` begin with a type and a locale; texts of QuickTime with a length and a language. Bytes. */
const DATA_HEAD_BYTES = 8;
const TEXT_HEAD_BYTES = 4;

/** A version and flags, which QuickTime leaves out of `meta`. Bytes. */
const FULL_HEAD_BYTES = 4;

/** Adds the texts that a `moov` holds beside its tracks: QuickTime's own (`udta`), and Apple's lists (`ilst`, with `keys`). */
export async function addIsoTags(reader: MetadataReader, moov: IsoBox, found: MetadataBlocks): Promise<void> {
  for await (const box of isoBoxes(reader, moov)) {
    if (box.type === 'meta') await addList(reader, box, found);
    if (box.type !== 'udta') continue;
    for await (const entry of isoBoxes(reader, box)) {
      if (entry.type === 'meta') await addList(reader, entry, found);
      else if (entry.type === 'XMP_') found.xmp.push(reader.slice(entry.start, entry.end - entry.start));
      else if (entry.type.startsWith('\xa9'))
        found.texts.push({ name: entry.type, text: await textAfter(reader, entry, TEXT_HEAD_BYTES) });
    }
  }
}

async function addList(reader: MetadataReader, meta: IsoBox, found: MetadataBlocks): Promise<void> {
  const isFull = bigEndian(await reader.bytes(meta.start, 4), 0, 4) === 0;
  const start = meta.start + (isFull ? FULL_HEAD_BYTES : 0);
  let names: string[] = [];
  for await (const box of isoBoxes(reader, { start, end: meta.end })) {
    if (box.type === 'keys')
      names = keyNames((await reader.bytes(box.start, Math.min(box.end - box.start, MAX_NAMES_BYTES))).slice());
    if (box.type !== 'ilst') continue;
    for await (const item of isoBoxes(reader, box)) {
      const name = /^(\xa9|desc$)/.test(item.type) ? item.type : names[indexOf(item.type)];
      if (name === undefined) continue;
      for await (const data of isoBoxes(reader, item)) {
        if (data.type === 'data') found.texts.push({ name, text: await textAfter(reader, data, DATA_HEAD_BYTES) });
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

function textAfter(reader: MetadataReader, { start, end }: IsoBox, headBytes: number): Promise<string> {
  return reader.text(start + headBytes, Math.max(0, Math.min(end - start - headBytes, MAX_TEXT_BYTES)));
}

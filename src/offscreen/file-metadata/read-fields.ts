import type { FileBudget } from './file-budget.ts';
import type { MetadataBlocks, NamedText } from './metadata-blocks.ts';
import { createMetadataReader } from './metadata-reader.ts';
import { readExif } from './read-exif.ts';
import { readIptc } from './read-iptc.ts';
import { readXmp } from './read-xmp.ts';

/** The fields of a file that are looked at, by the names their specifications give them (XMP's without their namespace). */
export interface FileFields {
  readonly exif: readonly NamedText[];
  readonly xmp: readonly NamedText[];
  readonly iptc: readonly NamedText[];
  /** The container's own: PNG keywords, QuickTime's and Apple's names, comments. */
  readonly texts: readonly NamedText[];
}

/** Reads the fields of the blocks that were found in a file. */
export async function readFields({ exif, xmp, iptc, texts }: MetadataBlocks, budget: FileBudget): Promise<FileFields> {
  return {
    texts,
    exif: await each(exif, (block) => readExif(block, budget)),
    iptc: await each(iptc, (records) => readIptc(createMetadataReader(records, budget))),
    xmp: await each(xmp, async (packet) => readXmp(await packetText(packet, budget), budget)),
  };
}

/** A packet may be UTF-16 too, in either order of bytes (ISO 16684-1, 7.1). Its first letter, or the mark before that, tells. */
async function packetText(packet: Blob, budget: FileBudget): Promise<string> {
  const reader = createMetadataReader(packet, budget);
  const [first, second] = await reader.bytes(0, 2);
  const encoding = first === 0 || first === 0xfe ? 'utf-16be' : second === 0 || first === 0xff ? 'utf-16le' : 'utf-8';
  return reader.text(0, packet.size, encoding);
}

/** One after the other: two at once would be in memory together. */
async function each(blocks: readonly Blob[], read: (block: Blob) => Promise<NamedText[]>): Promise<NamedText[]> {
  const all: NamedText[] = [];
  for (const block of blocks) all.push(...(await read(block)));
  return all;
}

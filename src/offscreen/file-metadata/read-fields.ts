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
    xmp: await each(xmp, async (packet) =>
      readXmp(await createMetadataReader(packet, budget).text(0, packet.size), budget),
    ),
  };
}

/** One after the other: two at once would be in memory together. */
async function each(blocks: readonly Blob[], read: (block: Blob) => Promise<NamedText[]>): Promise<NamedText[]> {
  const all: NamedText[] = [];
  for (const block of blocks) all.push(...(await read(block)));
  return all;
}

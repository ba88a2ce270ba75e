import { type MetadataBlocks, noBlocks } from './metadata-blocks.ts';
import type { MetadataReader } from './metadata-reader.ts';
import { readTiffFields, readTiffHead } from './tiff-fields.ts';

const XMP = 700;
const IPTC = 33_723;

/** C2PA 2.2, A.3.6. */
const C2PA = 0xcd41;

/** The metadata of a TIFF's first image. It is all a TIFF structure, as Exif is. */
export async function walkTiff(reader: MetadataReader): Promise<MetadataBlocks> {
  const found = noBlocks();
  found.exif.push(reader.slice(0, reader.size));
  const tiff = await readTiffHead(reader);
  if (!tiff) return found;
  for (const { tag, start, sizeBytes } of await readTiffFields(reader, tiff, tiff.first)) {
    if (tag === C2PA) found.c2paBytes += sizeBytes;
    if (tag === XMP) found.xmp.push(reader.slice(start, sizeBytes));
    if (tag === IPTC) found.iptc.push(reader.slice(start, sizeBytes));
  }
  return found;
}

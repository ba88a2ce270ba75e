import type { ByteReader } from '../../core/media/byte-reader.ts';
import { MAX_BLOCK_BYTES, type MetadataBlocks, noBlocks, utf8 } from './metadata-blocks.ts';
import { readTiffFields, readTiffHead } from './tiff-fields.ts';

const XMP = 700;

/** C2PA 2.2, A.3.6. */
const C2PA = 0xcd41;

/** The metadata of a TIFF's first image, but for the fields that Exif shares with it: exif-facts.ts reads those. */
export async function walkTiff(reader: ByteReader): Promise<MetadataBlocks> {
  const found = noBlocks();
  const tiff = await readTiffHead(reader);
  if (!tiff) return found;
  for (const { tag, start, sizeBytes } of await readTiffFields(reader, tiff, tiff.first)) {
    if (tag === C2PA) found.hasC2pa = true;
    if (tag === XMP) found.xmp.push(utf8(await reader.bytes(start, Math.min(sizeBytes, MAX_BLOCK_BYTES))));
  }
  return found;
}

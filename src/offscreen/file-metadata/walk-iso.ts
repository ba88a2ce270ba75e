import type { ByteReader } from '../../core/media/byte-reader.ts';
import { boxBudget, isoBoxes } from '../../core/media/iso-boxes.ts';
import { addIsoItems } from './iso-items.ts';
import { addIsoTags } from './iso-tags.ts';
import { MAX_BLOCK_BYTES, type MetadataBlocks, noBlocks, utf8 } from './metadata-blocks.ts';

/** The types of `uuid` boxes: C2PA 2.2, A.5.1, and XMP part 3. */
const C2PA = 'd8fec3d61b0e483c92975828877ec481';
const XMP = 'be7acfcb97a942e89c71999491e3afac';

const UUID_BYTES = 16;

/** The metadata of an ISO base media file (AVIF, MP4, MOV): its boxes. */
export async function walkIso(reader: ByteReader): Promise<MetadataBlocks> {
  const found = noBlocks();
  const budget = boxBudget();
  for await (const box of isoBoxes(reader, { start: 0, end: reader.size }, budget)) {
    if (box.type === 'meta') await addIsoItems(reader, box, budget, found);
    if (box.type === 'moov') await addIsoTags(reader, box, budget, found);
    if (box.type !== 'uuid') continue;
    const uuid = hex(await reader.bytes(box.start, UUID_BYTES));
    if (uuid === C2PA) found.hasC2pa = true;
    const start = box.start + UUID_BYTES;
    if (uuid === XMP) found.xmp.push(utf8(await reader.bytes(start, Math.min(box.end - start, MAX_BLOCK_BYTES))));
  }
  return found;
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

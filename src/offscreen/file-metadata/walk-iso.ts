import { isoBoxes } from '../../core/media/iso-boxes.ts';
import { addIsoItems } from './iso-items.ts';
import { addIsoTags } from './iso-tags.ts';
import { type MetadataBlocks, noBlocks } from './metadata-blocks.ts';
import type { MetadataReader } from './metadata-reader.ts';

/** The types of `uuid` boxes: C2PA 2.2, A.5.1, and XMP part 3. */
const C2PA = 'd8fec3d61b0e483c92975828877ec481';
const XMP = 'be7acfcb97a942e89c71999491e3afac';

const UUID_BYTES = 16;

/** The metadata of an ISO base media file (AVIF, HEIC, MP4, MOV): its boxes. */
export async function walkIso(reader: MetadataReader): Promise<MetadataBlocks> {
  const found = noBlocks();
  for await (const box of isoBoxes(reader, { start: 0, end: reader.size })) {
    if (box.type === 'meta') await addIsoItems(reader, box, found);
    if (box.type === 'moov') await addIsoTags(reader, box, found);
    if (box.type !== 'uuid') continue;
    const uuid = hex(await reader.bytes(box.start, UUID_BYTES));
    const [start, length] = [box.start + UUID_BYTES, Math.max(0, box.end - box.start - UUID_BYTES)];
    if (uuid === C2PA) found.c2paBytes += length;
    if (uuid === XMP) found.xmp.push(reader.slice(start, length));
  }
  return found;
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

import { latin1, littleEndian } from '../../core/media/byte-reader.ts';
import { type MetadataBlocks, noBlocks } from './metadata-blocks.ts';
import type { MetadataReader } from './metadata-reader.ts';

/** `RIFF`, the size, the form. Bytes. */
const FILE_HEAD_BYTES = 12;
const HEAD_BYTES = 8;

/** The metadata of a WebP or AVI: its outermost chunks (RFC 9649; C2PA 2.2, A.3.4), as far as the file says that it goes. */
export async function walkRiff(reader: MetadataReader): Promise<MetadataBlocks> {
  const found = noBlocks();
  const fileHead = await reader.bytes(0, FILE_HEAD_BYTES);
  const end = Math.min(reader.size, littleEndian(fileHead, 4, 4) + HEAD_BYTES);
  for (let at = FILE_HEAD_BYTES; at + HEAD_BYTES <= end; ) {
    const head = await reader.bytes(at, HEAD_BYTES);
    const type = latin1(head.subarray(0, 4));
    const length = littleEndian(head, 4, 4);
    const data = reader.slice(at + HEAD_BYTES, Math.min(length, end - at - HEAD_BYTES));
    if (type === 'C2PA') found.c2paBytes += data.size;
    else if (type === 'EXIF') found.exif.push(data);
    else if (type === 'XMP ') found.xmp.push(data);
    at += HEAD_BYTES + length + (length % 2); // Chunks begin at even places.
  }
  return found;
}

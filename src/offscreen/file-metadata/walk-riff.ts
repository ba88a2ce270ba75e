import { type ByteReader, latin1, littleEndian, MAX_PARTS } from '../../core/media/byte-reader.ts';
import { MAX_BLOCK_BYTES, type MetadataBlocks, noBlocks, utf8 } from './metadata-blocks.ts';

/** `RIFF`, the size, the form. Bytes. */
const FILE_HEAD_BYTES = 12;
const HEAD_BYTES = 8;

const EXIF_PREFIX = 'Exif\0\0';

/** The metadata of a WebP or AVI: its outermost chunks (RFC 9649; C2PA 2.2, A.3.4), as far as the file says that it goes. */
export async function walkRiff(reader: ByteReader): Promise<MetadataBlocks> {
  const found = noBlocks();
  const fileHead = await reader.bytes(0, FILE_HEAD_BYTES);
  const end = Math.min(reader.size, littleEndian(fileHead, 4, 4) + HEAD_BYTES);
  let at = FILE_HEAD_BYTES;
  for (let count = 0; count < MAX_PARTS && at + HEAD_BYTES <= end; count += 1) {
    const head = await reader.bytes(at, HEAD_BYTES);
    const type = latin1(head.subarray(0, 4));
    const length = littleEndian(head, 4, 4);
    const data = () => reader.bytes(at + HEAD_BYTES, Math.min(length, end - at - HEAD_BYTES, MAX_BLOCK_BYTES));
    if (type === 'C2PA') found.hasC2pa = true;
    else if (type === 'EXIF') found.exif.push(withoutPrefix(await data()));
    else if (type === 'XMP ') found.xmp.push(utf8(await data()));
    at += HEAD_BYTES + length + (length % 2); // Chunks begin at even places.
  }
  return found;
}

/** Some programs write the prefix that belongs into JPEG. */
function withoutPrefix(exif: Uint8Array): Uint8Array {
  return exif.slice(latin1(exif.subarray(0, EXIF_PREFIX.length)) === EXIF_PREFIX ? EXIF_PREFIX.length : 0);
}

import { type ByteReader, latin1 } from './byte-reader.ts';
import { MAX_BLOCK_BYTES, MAX_PARTS, type MetadataBlocks, noBlocks, utf8 } from './metadata-blocks.ts';

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const APPLICATION = 0xff;
const COMMENT = 0xfe;

/** XMP in a GIF is no chain of sub-blocks but plain text, ended by a row of bytes that brings any reader to the end (XMP part 3). */
const XMP_TRAILER_BYTES = 257;

/** Signature and screen descriptor. Bytes. */
const HEAD_BYTES = 13;

/** The metadata of a GIF: its extensions (GIF89a, sections 18 to 26; C2PA 2.2, A.3.5). */
export async function walkGif(reader: ByteReader): Promise<MetadataBlocks> {
  const found = noBlocks();
  const head = await reader.bytes(0, HEAD_BYTES);
  let at = HEAD_BYTES + tableBytes(head[10] ?? 0);
  for (let count = 0; count < MAX_PARTS && at < reader.size; count += 1) {
    const block = await reader.bytes(at, 14);
    if (block[0] === EXTENSION) {
      const end = await afterBlocks(reader, at + 2);
      const name = block[1] === APPLICATION ? latin1(block.subarray(3, 14)) : '';
      if (name.startsWith('C2PA_GIF')) found.hasC2pa = true;
      if (name === 'XMP DataXMP') {
        const text = await reader.bytes(at + 14, Math.min(end - at - 14, MAX_BLOCK_BYTES));
        found.xmp.push(utf8(text.subarray(0, -XMP_TRAILER_BYTES)));
      }
      if (block[1] === COMMENT) {
        found.texts.push({ name: 'Comment', text: utf8(await reader.bytes(at + 3, block[2] ?? 0)) });
      }
      at = end;
    } else if (block[0] === IMAGE) {
      at = await afterBlocks(reader, at + 11 + tableBytes(block[9] ?? 0));
    } else break; // The trailer, or no GIF any more.
  }
  return found;
}

/** The length of a colour table that `flags` announces. */
function tableBytes(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** The end of a chain of sub-blocks. */
async function afterBlocks(reader: ByteReader, start: number): Promise<number> {
  let at = start;
  for (;;) {
    const [length = 0] = await reader.bytes(at, 1);
    if (length === 0) return at + 1;
    at += length + 1;
  }
}
